import { useMemo } from 'react';
import { useApps } from '@/api/hooks';
import type { FormDef, TableDef } from '@/api/types';
import type { Surroundings } from '@/fields/FieldType';
import { say } from '@/i18n';
import { type Desk, formAt, keyOf, tableAt, tables } from '../model/design';
import { useDesign } from '../model/store';

/** The form on the desk and its table, as they stand now. */
export function useFormOn(desk: Desk): { form?: FormDef; table?: TableDef } {
  const design = useDesign(state => state.history.design);
  return { form: formAt(design, desk.form), table: tableAt(design, desk.table) };
}

interface Need {
  key: string;
  app: string;
  label?: string;
  tables?: Record<string, string[]>;
}

/** What a field can point at: tables of this app, and those that `requires` names of other apps. */
export function useSurroundings(table: string): Surroundings {
  const design = useDesign(state => state.history.design);
  const apps = useApps();
  return useMemo(() => {
    const needs = (design['app.json']?.requires ?? []) as Need[];
    const foreign = needs.flatMap(need =>
      Object.keys(need.tables ?? {}).map(key => {
        const app = apps.data?.find(entry => entry.key === need.app);
        return { ref: `${need.key}:${key}`, label: `${say(app?.label ?? need.label, need.app)} · ${key}` };
      }),
    );
    return { tables: tables(design), table: keyOf(table), foreign };
  }, [design, apps.data, table]);
}
