import type { ComponentType } from 'react';
import type { TableDef, ViewDef } from '@/api/types';

export interface ViewProps {
  app: string;
  tableKey: string;
  table: TableDef;
  view: ViewDef;
  /** The record that is open beside the view. */
  openId?: string;
  onOpen: (id: string) => void;
  /** Set where the reader may create. */
  onCreate?: () => void;
}

/** One way to look at the rows of a table. Its name stands under `views:type.<key>`. */
export interface ViewFace {
  key: string;
  Show: ComponentType<ViewProps>;
}
