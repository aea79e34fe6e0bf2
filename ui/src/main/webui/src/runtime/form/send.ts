import { createRecord, submitForm } from '@/api/calls';
import type { RecordData, Values } from '@/api/types';

interface Sending {
  app: string;
  tableKey: string;
  /** A published form; null where the table is used without one. */
  formKey: string | null;
  id: string;
  type: string | null;
  values: Values;
}

/** Sends a new record in: through its form where there is one, since the form may be stricter and start a process. */
export async function send({ app, tableKey, formKey, id, type, values }: Sending): Promise<RecordData> {
  if (formKey) return (await submitForm(app, formKey, { id, values })).record;
  return createRecord({ app, table: tableKey }, { id, ...(type && { type }), values });
}
