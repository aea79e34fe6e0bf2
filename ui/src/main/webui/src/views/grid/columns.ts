import type { FieldDef, LayoutItem, TableDef, ViewDef } from '@/api/types';
import { fieldTypes } from '@/fields';
import { fieldOf } from '@/fields/system';

export interface Column {
  field: FieldDef;
  width: number;
}

const WIDE = 220;
const USUAL = 152;

/** What a grid shows: the view's columns, or the first fields of the table with state and owner behind them. */
export function columnsOf(table: TableDef, view: ViewDef): Column[] {
  const asked = view.columns?.length ? view.columns : defaultColumns(table);
  return asked.flatMap(item => {
    const key = typeof item === 'string' ? item : item.key;
    const field = fieldOf(table, key);
    const type = field && fieldTypes.find(field.type);
    return field && type?.listed ? [{ field, width: widthOf(item, Boolean(type.broad)) }] : [];
  });
}

export function defaultColumns(table: TableDef): string[] {
  const shown = table.fields.filter(field => !field.hidden).map(field => field.key);
  const first = table.title && shown.includes(table.title) ? [table.title] : [];
  const rest = shown.filter(key => key !== table.title).slice(0, 8);
  const state = table.lifecycle?.states?.length ? ['state'] : [];
  return [...first, ...state, ...rest, 'owner', 'updated_at'];
}

function widthOf(item: LayoutItem, broad: boolean): number {
  const asked = typeof item === 'string' ? undefined : item.width;
  if (typeof asked === 'number' && asked > 12) return asked;
  return broad ? WIDE : USUAL;
}

/** `=…` of a view's document, or the sort list a request wants. */
export function sortOf(view: ViewDef): { field: string; desc?: boolean }[] {
  if (!Array.isArray(view.sort)) return [{ field: 'created_at', desc: true }];
  return (view.sort as (string | { key?: string; field?: string; desc?: boolean })[]).map(entry =>
    typeof entry === 'string'
      ? { field: entry.replace(/^-/, ''), ...(entry.startsWith('-') && { desc: true }) }
      : { field: entry.field ?? entry.key ?? 'created_at', ...(entry.desc && { desc: true }) },
  );
}
