import type { FieldDef, FormDef, FormRule, RecordType, SubRow, TableDef, Values } from '@/api/types';
import { fieldTypes } from '@/fields';
import { isEmpty } from '@/fields/FieldType';
import { say } from '@/i18n';
import { placedFields } from './layout';

/** What is known at the place where a formula stands; `undefined` means that only the server can tell. */
export type Names = (path: readonly string[]) => unknown;

/** Computes formulas in the browser. `undefined` when the browser cannot know. */
export interface Calculator {
  value(formula: string, names: Names): unknown;
  holds(formula: string, names: Names): boolean | undefined;
  /** The words of a text with its `{formula}` parts filled in. */
  text(words: string, names: Names): string;
}

export interface FieldState {
  visible: boolean;
  required: boolean;
  readonly: boolean;
  value: unknown;
}

/** The form at this moment: what is seen, what must be filled, what has been worked out. */
export interface Shape {
  fields: Record<string, FieldState>;
  /** All values, computed ones included. */
  values: Values;
  notes: string[];
}

export interface ShapeInput {
  table: TableDef;
  form: FormDef;
  type: string | null;
  state: string | null;
  values: Values;
  /** `$me` and its parts. */
  me: Values & { id: string };
  /** Keys that may be written; absent: all. */
  writes?: readonly string[];
  calculator: Calculator;
}

export function shapeOf(input: ShapeInput): Shape {
  const { table, form, calculator } = input;
  const type = table.types?.find(entry => entry.key === input.type);
  const values = computeAll(input);
  const names = namesOf(table.fields, values, input);
  const rules = (form.rules ?? []).map(rule => ({ rule, holds: calculator.holds(rule.when, names) === true }));
  const fields: Record<string, FieldState> = {};
  for (const { element, field } of placedFields(form, table)) {
    fields[field.key] = {
      value: values[field.key] ?? null,
      visible: isVisible(field, type, rules),
      required: Boolean(
        field.required || element.required || type?.requires?.includes(field.key) || asked(rules, 'require', field.key),
      ),
      readonly:
        Boolean(element.readonly) ||
        field.access === 'read' ||
        (input.writes !== undefined && !input.writes.includes(field.key)) ||
        isLocked(table, input.state, field.key) ||
        asked(rules, 'readonly', field.key),
    };
  }
  const notes = rules.flatMap(({ rule, holds }) =>
    holds && rule.note ? [calculator.text(say(rule.note), names)] : [],
  );
  return { fields, values, notes };
}

type Judged = { rule: FormRule; holds: boolean }[];

function asked(rules: Judged, act: 'require' | 'readonly' | 'hide', key: string): boolean {
  return rules.some(({ rule, holds }) => holds && rule[act]?.includes(key));
}

/** A field that some rule shows is hidden until one of them holds. */
function isVisible(field: FieldDef, type: RecordType | undefined, rules: Judged): boolean {
  if (field.hidden || type?.hides?.includes(field.key) || asked(rules, 'hide', field.key)) return false;
  const shows = rules.filter(({ rule }) => rule.show?.includes(field.key));
  return shows.length === 0 || shows.some(({ holds }) => holds);
}

function isLocked(table: TableDef, stateKey: string | null, key: string): boolean {
  const state = table.lifecycle?.states?.find(entry => entry.key === stateKey);
  if (!state?.locks) return false;
  return state.locks === '*' ? !state.except?.includes(key) : state.locks.includes(key);
}

/** Fills computed fields and computed columns of sub-tables; what the browser cannot know keeps what the server said. */
export function computeAll(input: ShapeInput): Values {
  const { table, calculator } = input;
  const values: Values = { ...input.values };
  const done = new Set<string>();
  const names = namesOf(table.fields, values, input, key => settle(key));

  function settle(key: string): void {
    const field = table.fields.find(candidate => candidate.key === key);
    if (!field || done.has(key)) return;
    done.add(key);
    if (Array.isArray(field.fields)) values[key] = computeRows(field.fields as FieldDef[], values[key], input, names);
    if (!field.formula) return;
    const computed = calculator.value(field.formula, names);
    if (computed !== undefined) values[key] = computed;
  }

  for (const field of table.fields) settle(field.key);
  return values;
}

function computeRows(columns: FieldDef[], held: unknown, input: ShapeInput, parent: Names): unknown {
  if (!Array.isArray(held) || !columns.some(column => column.formula)) return held;
  return (held as SubRow[]).map(row => {
    const values: Values = { ...row.values };
    const done = new Set<string>();
    const own = namesOf(columns, values, input, key => settle(key));
    const names: Names = path => (path[0] === '$parent' ? parent(path.slice(1)) : own(path));
    function settle(key: string): void {
      const column = columns.find(candidate => candidate.key === key);
      if (!column?.formula || done.has(key)) return;
      done.add(key);
      const computed = input.calculator.value(column.formula, names);
      if (computed !== undefined) values[key] = computed;
    }
    for (const column of columns) settle(column.key);
    return { ...row, values };
  });
}

/** Names as formulas use them: fields, parts of values, columns of sub-tables, `$me`. */
function namesOf(
  fields: readonly FieldDef[],
  values: Values,
  input: ShapeInput,
  before?: (key: string) => void,
): Names {
  return ([head = '', ...tail]) => {
    if (head === '$me') return tail.length === 0 ? input.me.id : input.me[tail[0] ?? ''];
    if (head === '$record') return namesOf(fields, values, input, before)(tail);
    if (head === 'type') return input.type;
    if (head === 'state') return input.state;
    const field = fields.find(candidate => candidate.key === head);
    if (!field) return undefined;
    before?.(head);
    return part(values[head] ?? null, tail, field);
  };
}

function part(value: unknown, path: readonly string[], field: FieldDef): unknown {
  const [next, ...rest] = path;
  if (next === undefined)
    return typeof value === 'object' && value !== null && 'amount' in value ? value.amount : (value ?? blank(field));
  if (value === null) return Array.isArray(field.fields) ? [] : null;
  if (Array.isArray(value)) {
    const columns = Array.isArray(field.fields) ? (field.fields as FieldDef[]) : undefined;
    const column = columns?.find(candidate => candidate.key === next);
    return column ? (value as SubRow[]).map(row => part(row.values[next] ?? null, rest, column)) : undefined;
  }
  // the far record of a relation is known to the server alone
  return typeof value === 'object' ? ((value as Values)[next] ?? null) : undefined;
}

/** A switch nobody touched is off, not blank. */
const blank = (field: FieldDef) => (field.type === 'switch' ? false : null);

/** What is sent: what is seen and may be written. Rows of sub-tables go without their computed cells. */
export function valuesToSend(table: TableDef, shape: Shape, entered: Values): Values {
  const sent: Values = {};
  for (const [key, { visible, readonly }] of Object.entries(shape.fields)) {
    const field = table.fields.find(candidate => candidate.key === key);
    if (!field || !visible || readonly || !isEntered(field)) continue;
    sent[key] = Array.isArray(field.fields)
      ? rowsToSend(field.fields as FieldDef[], entered[key])
      : (entered[key] ?? null);
  }
  return sent;
}

function rowsToSend(columns: FieldDef[], held: unknown): SubRow[] {
  const keys = columns.filter(isEntered).map(column => column.key);
  return (Array.isArray(held) ? (held as SubRow[]) : []).map(row => ({
    ...(row.id && { id: row.id }),
    values: Object.fromEntries(keys.filter(key => !isEmpty(row.values[key])).map(key => [key, row.values[key]])),
  }));
}

const isEntered = (field: FieldDef) => Boolean(fieldTypes.find(field.type)?.Input) && !field.formula && !field.of;

/** What a new record starts with: constants as they are, `=formula` worked out. */
export function defaultsOf(input: Omit<ShapeInput, 'values' | 'state'>): Values {
  const values: Values = {};
  const started = { ...input, values, state: null };
  const names = namesOf(input.table.fields, values, started);
  const given = {
    ...Object.fromEntries(input.table.fields.map(field => [field.key, field.default])),
    ...input.form.prefill,
  };
  for (const field of input.table.fields) {
    const said = given[field.key];
    if (said === undefined || said === null) continue;
    const value = constant(said, formula => input.calculator.value(formula, names));
    if (!isEmpty(value)) values[field.key] = value;
  }
  return values;
}

function constant(said: unknown, compute: (formula: string) => unknown): unknown {
  if (typeof said === 'number') return String(said);
  if (typeof said !== 'string') return said;
  if (said.startsWith('=')) return compute(said.slice(1));
  return said.startsWith("'=") ? said.slice(1) : said;
}
