import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getApp } from '@/api/calls';
import { useApps } from '@/api/hooks';
import type { FormDef, SeenApp, TableDef } from '@/api/types';
import type { Surroundings } from '@/fields/FieldType';
import { say } from '@/i18n';
import { type Desk, formAt, keyOf, tableAt, tables } from '../model/design';
import { type Lent, type Need, needsOf } from '../model/requires';
import { useDesign } from '../model/store';

/** The form on the desk and its table, as they stand now. */
export function useFormOn(desk: Desk): { form?: FormDef; table?: TableDef } {
  const design = useDesign(state => state.history.design);
  return { form: formAt(design, desk.form), table: tableAt(design, desk.table) };
}

/** Tables that other apps lend to this one, under the alias this app calls them by. */
export function useLent(): Lent[] {
  const own = useDesign(state => state.app);
  const app = useDesign(state => state.history.design['app.json']);
  const apps = useApps();
  const others = (apps.data ?? []).filter(entry => entry.key !== own && entry.version > 0);
  const seen = useQueries({
    queries: others.map(({ key }) => ({ queryKey: ['app', key], queryFn: () => getApp(key), staleTime: 60_000 })),
    combine: results => results.flatMap(result => (result.data ? [result.data] : [])),
  });
  return useMemo(() => seen.flatMap(other => lentBy(other, own ?? '', needsOf(app))), [seen, own, app]);
}

function lentBy(other: SeenApp, to: string, needs: Need[]): Lent[] {
  const alias = needs.find(need => need.app === other.key)?.key ?? other.key;
  return Object.entries(other.tables).flatMap(([table, def]) => {
    const exports = def.exports as { fields?: string[]; to?: string | string[] } | undefined;
    const open = exports?.to === 'all' || [exports?.to ?? []].flat().some(app => app === to || app === 'all');
    if (!exports?.fields?.length || !open) return [];
    const label = `${say(other.label, other.key)} · ${say(def.label, table)}`;
    return [{ alias, app: other.key, appLabel: other.label, table, fields: exports.fields, label }];
  });
}

/** What a field can point at: tables of this app, and those that other apps lend. */
export function useSurroundings(table: string): Surroundings {
  const design = useDesign(state => state.history.design);
  const lent = useLent();
  return useMemo(
    () => ({
      tables: tables(design),
      table: keyOf(table),
      foreign: lent.map(one => ({ ref: `${one.alias}:${one.table}`, label: one.label })),
    }),
    [design, lent, table],
  );
}
