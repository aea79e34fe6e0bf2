import { bounded, divide, power, whole, ZERO } from './decimals';
import { FormulaError, fail } from './errors';
import { Day, dayOf, Moment, momentOf, TimeOfDay } from './moments';
import { bool, isDecimal, number, shortEnough, text, type Value } from './values';

/** Numbers (and moments) before texts before switches. */
function rank(value: Value): number {
  if (isDecimal(value) || value instanceof Day || value instanceof Moment || value instanceof TimeOfDay) return 0;
  return typeof value === 'boolean' ? 2 : 1;
}

function blankBeside(other: Value): Value {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : ZERO;
}

export function compare(left: Value, right: Value): number {
  if (Array.isArray(left) || Array.isArray(right)) fail(FormulaError.VALUE);
  const a = left ?? blankBeside(right);
  const b = right ?? blankBeside(left);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (rank(a) === 1) return compareTexts(text(a), text(b));
  return rank(a) === 2 ? Number(bool(a)) - Number(bool(b)) : number(a).comparedTo(number(b));
}

/** By code points in lower case. */
function compareTexts(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = point(a[i]) - point(b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function point(character = ''): number {
  return character.toLowerCase().codePointAt(0) ?? 0;
}

const isMoment = (value: Value): boolean => value instanceof Day || value instanceof Moment;

function plus(left: Value, right: Value): Value {
  const sum = bounded(number(left).plus(number(right)));
  if (isMoment(left) && isMoment(right)) return sum;
  return isMoment(left) ? like(left, right, sum) : like(right, left, sum);
}

function minus(left: Value, right: Value): Value {
  const difference = bounded(number(left).minus(number(right)));
  return isMoment(left) && !isMoment(right) ? like(left, right, difference) : difference;
}

/** A day and a number make a day, a day and a time a moment. */
function like(moment: Value, other: Value, serial: ReturnType<typeof number>): Value {
  if (moment instanceof Moment || (moment instanceof Day && other instanceof TimeOfDay)) return momentOf(serial);
  if (moment instanceof Day) return whole(serial) ? dayOf(serial) : momentOf(serial);
  return serial;
}

export type Operator = (left: Value, right: Value) => Value;

/** By levels, from the loosest to the tightest; within a level the longest symbols first. */
export const LEVELS: ReadonlyArray<Readonly<Record<string, Operator>>> = [
  {
    '<>': (a, b) => compare(a, b) !== 0,
    '<=': (a, b) => compare(a, b) <= 0,
    '>=': (a, b) => compare(a, b) >= 0,
    '=': (a, b) => compare(a, b) === 0,
    '<': (a, b) => compare(a, b) < 0,
    '>': (a, b) => compare(a, b) > 0,
  },
  { '&': (a, b) => shortEnough(text(a) + text(b)) },
  { '+': plus, '-': minus },
  { '*': (a, b) => bounded(number(a).times(number(b))), '/': (a, b) => divide(number(a), number(b)) },
  { '^': (a, b) => power(number(a), number(b)) },
];
