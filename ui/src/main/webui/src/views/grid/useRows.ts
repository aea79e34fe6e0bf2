import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryRecords } from '@/api/calls';
import type { Filter, Labels, RecordData, Sort } from '@/api/types';

const PAGE = 100;

export interface Asked {
  app: string;
  table: string;
  filter?: Filter;
  sort: Sort[];
}

/** The rows of a table, page after page along the server's cursor, with the names they mention. */
export function useRows({ app, table, filter, sort }: Asked) {
  const query = useInfiniteQuery({
    queryKey: ['records', app, table, { filter, sort }],
    queryFn: ({ pageParam }) =>
      queryRecords({ app, table }, { filter, sort, limit: PAGE, after: pageParam, labels: true }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo<RecordData[]>(() => query.data?.pages.flatMap(page => page.records) ?? [], [query.data]);
  const labels = useMemo<Labels>(
    () => Object.assign({}, ...(query.data?.pages.map(page => page.labels) ?? [])),
    [query.data],
  );
  return { query, rows, labels };
}
