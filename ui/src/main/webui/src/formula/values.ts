import { dateNumber, TEXTS } from './dateTexts';
import { bounded, Decimal, decimalText, ONE, ZERO } from './decimals';
import { FormulaError, fail } from './errors';
import { Day, Moment, serialOf, TimeOfDay } from './moments';

/** What formulas compute with; null is blank, an object is a value with parts (money, a range). */
export type Value = null | Decimal | string | boolean | Day | Moment | TimeOfDay | FormulaError | Value[] | Parts;
export interface Parts {
  readonly [part: string]: unknown;
}

export type ValueType = 'number' | 'text' | 'bool' | 'date' | 'datetime' | 'time' | 'blank' | 'list' | 'record';

const MAX_TEXT = 32767;
const PLAIN = /^([+-]?)(\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE]([+-]?\d{1,3}))?(%?)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3}){1,19}(?:\.\d{0,60})?%?$/;

export function isDecimal(value: unknown): value is Decimal {
  return value instanceof Decimal;
}

export function typeOf(value: Value): ValueType {
  if (value === null) return 'blank';
  if (isDecimal(value)) return 'number';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Day) return 'date';
  if (value instanceof Moment) return 'datetime';
  if (value instanceof TimeOfDay) return 'time';
  return Array.isArray(value) ? 'list' : 'record';
}

/** The value, unless it is an error: that is thrown. */
export function sound(value: Value): Exclude<Value, FormulaError> {
  if (value instanceof FormulaError) fail(value);
  return value as Exclude<Value, FormulaError>;
}

/** A number written as text: blanks around, thousands in groups, a percent sign, a day; null for others. */
export function readNumber(text: string): Decimal | null {
  const trimmed = text.trim();
  const match = PLAIN.exec(GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed);
  if (!match) return dateNumber(trimmed);
  const [, sign = '', digits = '', exponent = '0', percent = ''] = match;
  const plain = digits.startsWith('.') ? `0${digits}` : digits.replace(/\.$/, '');
  const number = new Decimal(`${sign}${plain}e${Number(exponent || '0') - (percent ? 2 : 0)}`);
  return bounded(number);
}

export function number(raw: Value): Decimal {
  const value = sound(raw);
  if (value === null) return ZERO;
  if (isDecimal(value)) return value;
  if (typeof value === 'boolean') return value ? ONE : ZERO;
  if (typeof value === 'string') return readNumber(value) ?? fail(FormulaError.VALUE);
  return serialOf(value) ?? fail(FormulaError.VALUE);
}

export function text(raw: Value): string {
  const value = sound(raw);
  if (value === null) return '';
  if (isDecimal(value)) return decimalText(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Day) return value.text();
  if (value instanceof Moment) return TEXTS.moment(value);
  if (value instanceof TimeOfDay) return TEXTS.time(value);
  return fail(FormulaError.VALUE);
}

export function bool(raw: Value): boolean {
  const value = sound(raw);
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return !number(value).isZero();
  const upper = value.toUpperCase();
  if (upper !== 'TRUE' && upper !== 'FALSE') fail(FormulaError.VALUE);
  return upper === 'TRUE';
}

export function shortEnough(value: string): string {
  return value.length > MAX_TEXT ? fail(FormulaError.VALUE) : value;
}
