import { FilePenLine, type LucideIcon, Rows3, Table2 } from 'lucide-react';
import type { Label, SeenApp } from '@/api/types';
import { say } from '@/i18n';

export interface Entry {
  /** `tables/leave` */
  path: string;
  label: string;
  to: string;
  Icon: LucideIcon;
}

export interface Section {
  key: string;
  label: string;
  entries: Entry[];
}

const PLACES: Record<string, { at: string; Icon: LucideIcon }> = {
  tables: { at: 't', Icon: Table2 },
  forms: { at: 'f', Icon: FilePenLine },
  views: { at: 'v', Icon: Rows3 },
};

/** The menu of the document as far as the reader may open it; without one, all tables. */
export function menuOf(app: SeenApp): Section[] {
  const written = (app.menu ?? []).map(part => ({
    key: part.key,
    label: say(part.label, ''),
    entries: part.items.flatMap(path => entryOf(app, path) ?? []),
  }));
  const shown = written.filter(section => section.entries.length > 0);
  if (app.menu?.length) return shown;
  const entries = Object.keys(app.tables).flatMap(key => entryOf(app, `tables/${key}`) ?? []);
  return entries.length ? [{ key: 'all', label: '', entries }] : [];
}

function entryOf(app: SeenApp, path: string): Entry | undefined {
  const [folder = '', key = ''] = path.split('/');
  const place = PLACES[folder];
  const documents = app[folder as 'tables' | 'forms' | 'views'] as Record<string, { label?: Label }> | undefined;
  const document = documents?.[key];
  if (!place || !document) return undefined;
  return { path, label: say(document.label, key), to: `/a/${app.key}/${place.at}/${key}`, Icon: place.Icon };
}
