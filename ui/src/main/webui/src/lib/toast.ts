import { create } from 'zustand';

export interface Toast {
  id: number;
  text: string;
  tone: 'done' | 'fault';
  act?: { label: string; run: () => void };
}

interface Toasts {
  list: Toast[];
  drop: (id: number) => void;
}

let next = 1;

/** The short messages on the screen; each says what happened, and goes by itself. */
export const useToasts = create<Toasts>(set => ({
  list: [],
  drop: id => set(state => ({ list: state.list.filter(toast => toast.id !== id) })),
}));

/** Tells what was saved, with the way back where there is one. */
export function tell(text: string, act?: Toast['act']): void {
  show({ text, tone: 'done', act });
}

/** Tells what went wrong. What belongs beside a field does not belong here. */
export function tellFault(text: string): void {
  show({ text, tone: 'fault' });
}

function show(toast: Omit<Toast, 'id'>): void {
  const id = next++;
  useToasts.setState(state => ({ list: [...state.list.slice(-2), { ...toast, id }] }));
  setTimeout(() => useToasts.getState().drop(id), toast.tone === 'fault' ? 8000 : 4500);
}
