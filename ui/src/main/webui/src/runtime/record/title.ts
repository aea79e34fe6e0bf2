import type { RecordData, TableDef } from '@/api/types';
import { choiceFor } from '@/fields/parts/options';
import { fieldOf, fieldValue } from '@/fields/system';

/** What a record is called: its title field as text. */
export function titleOf(table: TableDef, record: RecordData): string {
  const key = table.title ?? '';
  const value = fieldValue(record, key);
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(' ');
  const text = String(value);
  const field = fieldOf(table, key);
  if (field?.options) return choiceFor(field, text).label;
  return record.labels?.[text] ?? text;
}
