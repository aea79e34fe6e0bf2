import type { FieldDef, FormDef, LayoutItem, TableDef, TableRule } from '@/api/types';
import { freeKey } from '@/lib/keys';
import type { Command } from './command';
import { documentsCommand } from './command';
import {
  changeItem,
  type Design,
  type Desk,
  type Document,
  fieldOf,
  formAt,
  formsOn,
  insertItem,
  isGroup,
  itemKey,
  keyOf,
  moveItem,
  places,
  type Spot,
  said,
  spotOf,
  tableAt,
  takeItem,
} from './design';

const asDocument = (value: TableDef | FormDef) => value as unknown as Document;

function desk(design: Design, at: Desk): { table: TableDef; form: FormDef } {
  const table = tableAt(design, at.table);
  const form = formAt(design, at.form);
  if (!table || !form) throw new Error(`no ${at.table} or no ${at.form} in this design`);
  return { table, form };
}

/** All names in use on a table and its forms, so that a new key collides with none. */
export function takenKeys(design: Design, table: string): string[] {
  const fields = (tableAt(design, table)?.fields ?? []).map(field => field.key);
  const items = formsOn(design, keyOf(table)).flatMap(path => places(formAt(design, path) as FormDef));
  return [...fields, ...items.map(place => itemKey(place.item))];
}

/** A new field: into the table's list and on to the form, in one edit. */
export function addField(design: Design, at: Desk, field: FieldDef, spot: Spot): Command {
  const { table, form } = desk(design, at);
  const first = table.fields.length === 0;
  return documentsCommand('add', design, {
    [at.table]: asDocument({ ...table, ...(first ? { title: field.key } : {}), fields: [...table.fields, field] }),
    [at.form]: asDocument(insertItem(form, field.key, spot)),
  });
}

/** Puts on the form what is there already: a field of the table, or a new group, note or line. */
export function placeItem(design: Design, at: Desk, item: LayoutItem, spot: Spot): Command {
  const { form } = desk(design, at);
  return documentsCommand('add', design, { [at.form]: asDocument(insertItem(form, item, spot)) });
}

export function moveTo(design: Design, at: Desk, key: string, spot: Spot): Command {
  const { form } = desk(design, at);
  return documentsCommand('move', design, { [at.form]: asDocument(moveItem(form, key, spot)) });
}

/** Copies a field with all its words under a new key, right behind it. A group is copied without its fields. */
export function copyItem(design: Design, at: Desk, key: string, label: (name: string) => string): Command {
  const { table, form } = desk(design, at);
  const taken = takenKeys(design, at.table);
  const copyKey = freeKey(key, taken);
  const spot = spotOf(form, key);
  if (!spot) return documentsCommand('copy', design, {});
  const behind = { ...spot, index: spot.index + 1 };
  const field = fieldOf(table, key);
  if (field) {
    const copy = { ...structuredClone(field), key: copyKey, label: named(field.label, label, key) };
    return addFieldAs('copy', design, at, copy, behind);
  }
  const item = places(form).find(place => itemKey(place.item) === key)?.item;
  if (!item || typeof item === 'string') return documentsCommand('copy', design, {});
  const copy = { ...structuredClone(item), key: copyKey, ...(isGroup(item) && item.items ? { items: [] } : {}) };
  return { ...placeItem(design, at, copy, behind), what: 'copy' };
}

function addFieldAs(what: string, design: Design, at: Desk, field: FieldDef, spot: Spot): Command {
  return { ...addField(design, at, field, spot), what };
}

function named(label: FieldDef['label'], change: (name: string) => string, key: string): FieldDef['label'] {
  if (label === undefined) return change(key);
  if (typeof label === 'string') return change(label);
  return Object.fromEntries(Object.entries(label).map(([language, text]) => [language, change(text)]));
}

/** Takes an item off this form only; the field stays in its table and on other forms. */
export function takeOff(design: Design, at: Desk, key: string): Command {
  const { form } = desk(design, at);
  return documentsCommand('takeOff', design, { [at.form]: asDocument(takeItem(form, key)) });
}

/** Deletes a field out of its table and off every form of it. Its values stay in the database. */
export function deleteField(design: Design, table: string, key: string): Command {
  const held = tableAt(design, table);
  if (!held) throw new Error(`no ${table} in this design`);
  const forms = formsOn(design, keyOf(table)).map(path => [
    path,
    asDocument(takeItem(formAt(design, path) as FormDef, key)),
  ]);
  return documentsCommand('delete', design, {
    [table]: asDocument({ ...held, fields: held.fields.filter(field => field.key !== key) }),
    ...Object.fromEntries(forms),
  });
}

/** Changes a field's words; `undefined`, false and empty take a word away. `besides`: documents that must go along. */
export function setField(
  design: Design,
  table: string,
  key: string,
  words: Partial<FieldDef>,
  besides: Record<string, Document | undefined> = {},
): Command {
  const held = tableAt(design, table);
  if (!held) throw new Error(`no ${table} in this design`);
  const fields = held.fields.map(field => (field.key === key ? (said({ ...field, ...words }) as FieldDef) : field));
  return documentsCommand(
    'change',
    design,
    { [table]: asDocument({ ...held, fields }), ...besides },
    `${table}#${key}`,
  );
}

export function setItem(design: Design, form: string, key: string, words: Record<string, unknown>): Command {
  const held = formAt(design, form);
  if (!held) throw new Error(`no ${form} in this design`);
  return documentsCommand('change', design, { [form]: asDocument(changeItem(held, key, words)) }, `${form}#${key}`);
}

/** Changes members of a whole document: its label, types, rules, submit … What is not named stays, an empty layout too. */
export function setDocument(design: Design, path: string, words: Record<string, unknown>): Command {
  const empty = Object.keys(words).filter(word => !(word in said(words)));
  const kept = Object.entries({ ...design[path], ...words }).filter(([word]) => !empty.includes(word));
  return documentsCommand('change', design, { [path]: Object.fromEntries(kept) }, path);
}

export function setRules(design: Design, table: string, rules: TableRule[]): Command {
  return setDocument(design, table, { rules });
}

/** Where a field is used besides its own place: other forms, formulas, rules, views, processes. Paths of documents. */
export function usesOf(design: Design, table: string, key: string): string[] {
  const word = new RegExp(`(^|[^A-Za-z0-9_'])${key}([^A-Za-z0-9_']|$)`);
  const mentions = (value: unknown): boolean => {
    if (typeof value === 'string') return word.test(value);
    if (Array.isArray(value)) return value.some(mentions);
    if (value && typeof value === 'object') return Object.entries(value).some(([k, v]) => k === key || mentions(v));
    return false;
  };
  const own = tableAt(design, table);
  return Object.keys(design).filter(path => {
    if (path !== table) return mentions(design[path]);
    const rest = { ...own, title: undefined, fields: own?.fields.filter(field => field.key !== key) };
    return mentions(rest) || own?.title === key;
  });
}
