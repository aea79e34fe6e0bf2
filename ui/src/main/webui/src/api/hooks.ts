import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getApp, getApps, getMe, getTaskCounts } from './calls';
import { listen } from './events';

/** Who I am; the answer also decides whether anybody is signed in. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: getMe, staleTime: 300_000 });
export const useApps = () => useQuery({ queryKey: ['apps'], queryFn: getApps });
export const useApp = (app: string, enabled = true) =>
  useQuery({ queryKey: ['app', app], queryFn: () => getApp(app), staleTime: 60_000, enabled });

/** How many tasks wait for me. The number comes with the event stream; no request is made for it after the first. */
export function useTodo(): number {
  const client = useQueryClient();
  useEffect(
    () =>
      listen('tasks', data => {
        client.setQueryData(['tasks', 'counts'], data);
        client.invalidateQueries({ queryKey: ['tasks', 'list'] });
      }),
    [client],
  );
  const { data } = useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: getTaskCounts,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.todo ?? 0;
}
