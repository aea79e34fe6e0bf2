import type { Label } from '@/i18n';
import type { Document } from './design';

/** An app this one needs: the alias on the left of a colon, and what is used of it. */
export interface Need {
  key: string;
  label?: Label;
  app: string;
  optional?: boolean;
  tables?: Record<string, string[]>;
  [word: string]: unknown;
}

/** A table that another app lends. */
export interface Lent {
  alias: string;
  app: string;
  appLabel: Label;
  table: string;
  fields: string[];
  label: string;
}

export const needsOf = (app: Document | undefined) => (app?.requires ?? []) as Need[];

/** `app.json` with the lent table among what it requires; the same document when it is there already. */
export function requiring(app: Document, { alias, app: far, appLabel, table, fields }: Lent): Document {
  const needs = needsOf(app);
  const known = needs.find(need => need.key === alias);
  if (known?.tables?.[table]) return app;
  const next = known
    ? needs.map(need => (need === known ? { ...need, tables: { ...need.tables, [table]: fields } } : need))
    : [...needs, { key: alias, label: appLabel, app: far, tables: { [table]: fields } }];
  // `requires` stands before `menu` (FORMAT section 5); the server's printer keeps the order it is given
  const { menu, settings, ...rest } = app;
  return { ...rest, requires: next, ...(menu !== undefined && { menu }), ...(settings !== undefined && { settings }) };
}
