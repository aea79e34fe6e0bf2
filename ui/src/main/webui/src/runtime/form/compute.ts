import type { FieldDef, SubRow, Values } from '@/api/types';
import { fieldTypes } from '@/fields';
import { Day, Decimal, FormulaError, Moment, type Value } from '@/formula';
import { type Calculator, type Names, Unknown } from './calculator';

/** What formulas of a form see. */
export interface Sight {
  values: Values;
  type: string | null;
  state: string | null;
  me: Values & { id: string };
  calculator: Calculator;
}

export interface Computed {
  /** All values as the interface writes them, computed ones filled in. */
  values: Values;
  names: Names;
}

/** Works out computed fields and the computed columns of sub-tables, each after what it needs. */
export function computeAll(input: Sight & { table: { fields: FieldDef[] } }): Computed {
  return new Row(input.table.fields, input.values, input).all();
}

/** Names over values as they are, nothing computed. */
export function namesOf(fields: readonly FieldDef[], values: Values, sight: Sight): Names {
  const row = new Row(fields, values, sight);
  return path => row.value(path);
}

/** One row of fields while it is being worked out. What the browser cannot know keeps what the server said. */
class Row {
  private readonly computed = new Map<string, Value>();
  private readonly rows = new Map<string, Row[]>();
  private readonly begun = new Set<string>();
  private readonly byKey: ReadonlyMap<string, FieldDef>;

  constructor(
    private readonly fields: readonly FieldDef[],
    private readonly held: Values,
    private readonly sight: Sight,
    private readonly parent?: Row,
  ) {
    this.byKey = new Map(fields.map(field => [field.key, field]));
    for (const field of fields) {
      const columns = columnsOf(field);
      const list = held[field.key];
      if (columns && Array.isArray(list)) {
        this.rows.set(
          field.key,
          (list as SubRow[]).map(row => new Row(columns, row.values, sight, this)),
        );
      }
    }
  }

  all(): Computed {
    const values: Values = { ...this.held };
    for (const field of this.fields) {
      const rows = this.rows.get(field.key);
      if (rows)
        values[field.key] = (this.held[field.key] as SubRow[]).map((row, at) => ({
          ...row,
          values: rows[at]?.all().values ?? {},
        }));
      const value = this.settle(field);
      if (value !== undefined) values[field.key] = this.isBlank(field) ? null : written(value, field);
    }
    return { values, names: path => this.value(path) };
  }

  /** The typed value of a path. */
  value(path: readonly string[]): Value {
    const [head = '', ...tail] = path;
    if (head === '$parent' && this.parent) return this.parent.value(tail);
    if (head === '$record') return this.value(tail);
    if (head === '$me') return textOrBlank(tail.length === 0 ? this.sight.me.id : this.sight.me[tail[0] ?? '']);
    if (head === 'type' || head === 'state') return this.sight[head];
    const field = this.byKey.get(head);
    if (!field) throw new Unknown(head);
    const rows = this.rows.get(head);
    if (columnsOf(field)) {
      if (tail.length === 0) throw new Unknown(head);
      return (rows ?? []).map(row => row.value(tail));
    }
    const computed = this.settle(field);
    if (computed !== undefined && tail.length === 0) return computed;
    return this.typed(field, this.held[head] ?? null, tail);
  }

  /** A computed field's value; `undefined` for one that is entered, or that only the server knows. */
  private settle(field: FieldDef): Value | undefined {
    if (!field.formula || this.begun.has(field.key)) return this.computed.get(field.key);
    this.begun.add(field.key);
    const value = this.sight.calculator.value(field.formula, path => this.value(path));
    if (value !== undefined) this.computed.set(field.key, value);
    return value;
  }

  /** Whether everything a formula uses is still blank: then there is nothing to show yet. */
  private isBlank(field: FieldDef): boolean {
    const used = this.sight.calculator.references(field.formula ?? '');
    return used.length > 0 && used.every(path => isNothing(this.value(path.split('.'))));
  }

  private typed(field: FieldDef, value: unknown, tail: readonly string[]): Value {
    const type = fieldTypes.find(field.type);
    const whole = type?.toFormula ? type.toFormula(value, field) : plain(value);
    if (tail.length === 0) return whole;
    if (whole === null) return null;
    if (typeof whole !== 'object' || Array.isArray(whole) || whole instanceof Decimal)
      throw new Unknown(tail.join('.'));
    return ((whole as Record<string, Value>)[tail[0] ?? ''] ?? null) as Value;
  }
}

const isNothing = (value: Value) => value === null || (Array.isArray(value) && value.every(part => part === null));

const columnsOf = (field: FieldDef) => (Array.isArray(field.fields) ? (field.fields as FieldDef[]) : undefined);

const textOrBlank = (value: unknown): Value => (typeof value === 'string' ? value : null);

function plain(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'number' ? new Decimal(value) : null;
}

/** A computed value as the interface writes it; a number keeps the field's decimals. */
export function written(value: Value, field?: FieldDef): unknown {
  if (value instanceof Decimal) {
    const scale = typeof field?.scale === 'number' ? field.scale : undefined;
    return scale === undefined ? value.toString() : value.toFixed(scale);
  }
  if (value instanceof Day) return value.text();
  if (value instanceof Moment) return value.iso();
  if (value instanceof FormulaError) return value.code;
  if (Array.isArray(value)) return value.map(part => written(part));
  return value;
}

/** The `{formula}` parts of a text for people, filled in; what cannot be known stays empty. */
export function fillText(words: string, calculator: Calculator, names: Names): string {
  return words.replace(/\{([^{}]+)\}/g, (_, formula: string) => {
    const value = calculator.value(formula, names);
    return value === undefined || value === null ? '' : String(written(value));
  });
}
