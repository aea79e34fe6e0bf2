import { useOutletContext } from 'react-router';
import type { SeenApp, TableDef } from '@/api/types';

/** Where a drawer opens: the app, the table, and the address to go back to. */
export interface RecordPlace {
  app: SeenApp;
  tableKey: string;
  table: TableDef;
  base: string;
}

export const usePlace = () => useOutletContext<RecordPlace>();
