import type { FieldDef, FormDef, LayoutElement, LayoutItem, TableDef } from '@/api/types';

/** A document of the app being designed: plain JSON. */
export type Document = Record<string, unknown>;

/** The documents of one change set by path (`tables/leave.json`). Never changed in place. */
export type Design = Readonly<Record<string, Document>>;

/** The paths a field of a form lives at: its table holds the field, its form the place. */
export interface Desk {
  table: string;
  form: string;
}

export const tablePath = (key: string) => `tables/${key}.json`;
export const formPath = (key: string) => `forms/${key}.json`;
export const keyOf = (path: string) => path.replace(/^.*\//, '').replace(/\.json$/, '');

export const tableAt = (design: Design, path: string) => design[path] as unknown as TableDef | undefined;
export const formAt = (design: Design, path: string) => design[path] as unknown as FormDef | undefined;

/** Tables of the app by key. */
export function tables(design: Design): Record<string, TableDef> {
  const found = Object.keys(design).filter(path => path.startsWith('tables/'));
  return Object.fromEntries(found.map(path => [keyOf(path), design[path] as unknown as TableDef]));
}

/** Paths of the forms on a table, in path order. */
export function formsOn(design: Design, table: string): string[] {
  return Object.keys(design)
    .filter(path => path.startsWith('forms/') && formAt(design, path)?.table === table)
    .sort();
}

export const itemKey = (item: LayoutItem) => (typeof item === 'string' ? item : item.key);
/** Kinds of layout items that hold others; the server has one class for each. */
const HOLDERS = new Set(['group', 'columns', 'tab', 'step']);
export const isGroup = (item: LayoutItem): item is LayoutElement & { type: string } =>
  typeof item !== 'string' && HOLDERS.has(item.type ?? '');

/** Where an item stands: in which group (null: straight on the form) and at which index. */
export interface Spot {
  group: string | null;
  index: number;
}

/** Every item of the form with its place; groups before what they hold. */
export function places(form: FormDef): { item: LayoutItem; spot: Spot }[] {
  return form.layout.flatMap((item, index) => [
    { item, spot: { group: null, index } },
    ...(isGroup(item)
      ? (item.items ?? []).map((inner, i) => ({ item: inner, spot: { group: item.key, index: i } }))
      : []),
  ]);
}

export const spotOf = (form: FormDef, key: string) => places(form).find(place => itemKey(place.item) === key)?.spot;
export const fieldOf = (table: TableDef | undefined, key: string): FieldDef | undefined =>
  table?.fields.find(field => field.key === key);

/** The items straight under a group, or under the form. */
function under(form: FormDef, group: string | null): LayoutItem[] {
  if (group === null) return form.layout;
  const found = form.layout.find(item => isGroup(item) && item.key === group);
  return found && isGroup(found) ? (found.items ?? []) : [];
}

function withItems(form: FormDef, group: string | null, items: LayoutItem[]): FormDef {
  if (group === null) return { ...form, layout: items };
  return {
    ...form,
    layout: form.layout.map(item => (isGroup(item) && item.key === group ? { ...item, items } : item)),
  };
}

/** Puts an item at a place; a place past the end is the end. */
export function insertItem(form: FormDef, item: LayoutItem, { group, index }: Spot): FormDef {
  const items = [...under(form, group)];
  items.splice(Math.min(index, items.length), 0, item);
  return withItems(form, group, items);
}

/** Takes an item away; what a group held goes with it. */
export function takeItem(form: FormDef, key: string): FormDef {
  const spot = spotOf(form, key);
  if (!spot) return form;
  return withItems(
    form,
    spot.group,
    under(form, spot.group).filter(item => itemKey(item) !== key),
  );
}

/** Moves an item; the index counts the places as they are before the move. A group never goes into a group. */
export function moveItem(form: FormDef, key: string, to: Spot): FormDef {
  const from = spotOf(form, key);
  const item = places(form).find(place => itemKey(place.item) === key)?.item;
  if (!from || !item || (isGroup(item) && to.group !== null)) return form;
  const shift = from.group === to.group && from.index < to.index ? 1 : 0;
  return insertItem(takeItem(form, key), item, { group: to.group, index: to.index - shift });
}

/** Changes an item's own words; one that has nothing left to say is its key alone (FORMAT law 8). */
export function changeItem(form: FormDef, key: string, words: Record<string, unknown>): FormDef {
  const spot = spotOf(form, key);
  if (!spot) return form;
  const changed = under(form, spot.group).map(item => {
    if (itemKey(item) !== key) return item;
    const next = said({ ...(typeof item === 'string' ? { key: item } : item), ...words }) as unknown as LayoutElement;
    return Object.keys(next).length === 1 ? next.key : next;
  });
  return withItems(form, spot.group, changed);
}

/** Without what is empty, false or undefined: it is not written (FORMAT law 8). */
export function said(words: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(words).filter(([, value]) => {
      if (value === undefined || value === null || value === '' || value === false) return false;
      return !(Array.isArray(value) && value.length === 0);
    }),
  );
}
