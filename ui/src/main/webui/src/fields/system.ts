import type { FieldDef, RecordData, TableDef } from '@/api/types';
import { i18n } from '@/i18n';

const KINDS: Record<string, string> = {
  state: 'select',
  type: 'select',
  owner: 'person',
  company: 'department',
  department: 'department',
  created_at: 'datetime',
  created_by: 'person',
  updated_at: 'datetime',
  updated_by: 'person',
};

/** The columns every record has, told like fields, so that grid, filter and detail need no second way. */
export function systemField(table: TableDef, key: string): FieldDef | undefined {
  const type = KINDS[key];
  if (!type) return undefined;
  const options = key === 'state' ? table.lifecycle?.states : key === 'type' ? table.types : undefined;
  if (type === 'select' && !options?.length) return undefined;
  return { key, type, label: i18n.t(`fields:system.${key}`), access: 'read', ...(options && { options }) };
}

/** A field of the table by key, system columns included. */
export function fieldOf(table: TableDef, key: string): FieldDef | undefined {
  return table.fields.find(field => field.key === key) ?? systemField(table, key);
}

export const SYSTEM_KEYS = Object.keys(KINDS);

/** A record's value for a field, wherever it is kept. */
export function fieldValue(record: RecordData, key: string): unknown {
  return key in KINDS ? record[key as keyof RecordData] : record.values[key];
}
