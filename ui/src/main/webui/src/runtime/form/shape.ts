import type { FieldDef, FormDef, FormRule, SubRow, TableDef, Values } from '@/api/types';
import { fieldTypes } from '@/fields';
import { isEmpty } from '@/fields/FieldType';
import { say } from '@/i18n';
import type { Calculator, Names } from './calculator';
import { type Computed, computeAll, fillText, namesOf, written } from './compute';
import { placedFields } from './layout';

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
  /** Keys of the items, fields or not, that rules hide. */
  hidden: ReadonlySet<string>;
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
  const { values, names, rules } = settled(input);
  const hidden = hiddenBy(rules);
  const fields: Record<string, FieldState> = {};
  for (const { element, field, within } of placedFields(form, table)) {
    fields[field.key] = {
      value: values[field.key] ?? null,
      visible:
        !field.hidden && !type?.hides?.includes(field.key) && ![...within, field.key].some(key => hidden.has(key)),
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
    holds && rule.note ? [fillText(say(rule.note), calculator, names)] : [],
  );
  return { fields, values, notes, hidden };
}

type Judged = { rule: FormRule; holds: boolean }[];

function asked(rules: Judged, act: 'require' | 'readonly', key: string): boolean {
  return rules.some(({ rule, holds }) => holds && rule[act]?.includes(key));
}

/** Everything computed and judged, once more if rules that hold have set values. */
function settled(input: ShapeInput): Computed & { rules: Judged } {
  const judge = ({ names }: Computed): Judged =>
    (input.form.rules ?? []).map(rule => ({ rule, holds: input.calculator.holds(rule.when, names) === true }));
  const first = computeAll(input);
  const rules = judge(first);
  const set = rules.flatMap(({ rule, holds }) => (holds ? Object.entries(rule.set ?? {}) : []));
  if (set.length === 0) return { ...first, rules };
  const values = { ...input.values };
  for (const [key, said] of set) {
    const field = input.table.fields.find(candidate => candidate.key === key);
    if (field)
      values[key] = constant(said, formula => computedBy(formula, field, input.calculator, first.names)) ?? null;
  }
  const again = computeAll({ ...input, values });
  return { ...again, rules: judge(again) };
}

function computedBy(formula: string, field: FieldDef, calculator: Calculator, names: Names): unknown {
  const computed = calculator.value(formula, names);
  return computed === undefined ? undefined : written(computed, field);
}

/** What some rule shows is hidden until one of them holds. */
function hiddenBy(rules: Judged): Set<string> {
  const shown = new Set(rules.flatMap(({ rule, holds }) => (holds ? (rule.show ?? []) : [])));
  const hidden = rules.flatMap(({ rule, holds }) => [
    ...(holds ? (rule.hide ?? []) : []),
    ...(rule.show ?? []).filter(key => !shown.has(key)),
  ]);
  return new Set(hidden);
}

function isLocked(table: TableDef, stateKey: string | null, key: string): boolean {
  const state = table.lifecycle?.states?.find(entry => entry.key === stateKey);
  if (!state?.locks) return false;
  return state.locks === '*' ? !state.except?.includes(key) : state.locks.includes(key);
}

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
  const names: Names = namesOf(input.table.fields, values, { ...input, values, state: null });
  const given = {
    ...Object.fromEntries(input.table.fields.map(field => [field.key, field.default])),
    ...input.form.prefill,
  };
  for (const field of input.table.fields) {
    const said = given[field.key];
    if (said === undefined || said === null) continue;
    const value = constant(said, formula => computedBy(formula, field, input.calculator, names));
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
