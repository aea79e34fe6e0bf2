import { useSyncExternalStore } from 'react';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    changed => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** One column, bottom bar, full pages instead of drawers. */
export const usePhone = () => useMedia('(max-width: 720px)');
/** Fingers: the system's own pickers are better than ours. */
export const useTouch = () => useMedia('(pointer: coarse)');
