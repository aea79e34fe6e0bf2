import { createContext, useContext } from 'react';
import type { Labels, Values } from '@/api/types';

/** Where a field stands: what inputs need beyond their own value. */
export interface RecordScope {
  app: string;
  table: string;
  /** Set inside a sub-table: the field that holds it. */
  subtable?: string;
  values: Values;
  /** Names of the people, units and records that values mention. */
  labels: Labels;
  /** Nothing is asked of a server: the designer's canvas. */
  still?: boolean;
}

const Scope = createContext<RecordScope>({ app: '', table: '', values: {}, labels: {} });

export const ScopeProvider = Scope.Provider;
export const useScope = () => useContext(Scope);
