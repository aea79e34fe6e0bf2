import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client';

/** Server state lives here and nowhere else. A refusal is final; only silence is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => error instanceof ApiError && error.status === 0 && failures < 2,
    },
    mutations: { retry: false },
  },
});
