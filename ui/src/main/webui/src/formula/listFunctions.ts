import type { Arguments } from './arguments';
import { bounded, Decimal, divide, ZERO } from './decimals';
import { FormulaError } from './errors';
import { fn, MANY } from './logicFunctions';
import { Day, dayOf } from './moments';
import type { FormulaFunction } from './nodes';
import { compare } from './operators';
import { readNumber, sound, text, type Value } from './values';

const total = (numbers: Decimal[]) => numbers.reduce((sum, number) => sum.plus(number), ZERO);

/** Numbers among single values; of a list every element that is not blank. */
function count(given: Arguments): Value {
  let found = 0;
  for (let i = 0; i < given.count; i++) {
    const value = given.outcome(i);
    if (Array.isArray(value)) found += value.filter(element => element !== null).length;
    else if (countable(value, given.named(i))) found++;
  }
  return new Decimal(found);
}

function countable(value: Value, named: boolean): boolean {
  if (value === null) return !named;
  if (value instanceof FormulaError) return false;
  if (typeof value === 'string') return !named && readNumber(value) !== null;
  return !named || typeof value !== 'boolean';
}

/** Smallest or largest; a day stays a day when all are days. */
function extreme(given: Arguments, better: (a: Decimal, b: Decimal) => boolean): Value {
  const numbers = given.numbers();
  if (!numbers.length) return ZERO;
  const best = numbers.reduce((a, b) => (better(b, a) ? b : a));
  const values = given.flat().filter(value => value !== null);
  return values.length && values.every(value => value instanceof Day) ? dayOf(best) : best;
}

/** Whether a list holds the value, or a text the part; without regard to case. */
function contains(given: Arguments): Value {
  const whole = given.value(0);
  const part = given.value(1);
  if (Array.isArray(whole)) {
    return part !== null && whole.some(element => sound(element) !== null && compare(element, part) === 0);
  }
  return text(whole).toLowerCase().includes(text(part).toLowerCase());
}

function product(given: Arguments): Value {
  const numbers = given.numbers();
  return numbers.length ? numbers.reduce((a, b) => bounded(a.times(b))) : ZERO;
}

/** Sums and counts over sub-tables, relations and single values alike. */
export const listFunctions: Record<string, FormulaFunction> = {
  SUM: fn(1, MANY, given => bounded(total(given.numbers()))),
  AVERAGE: fn(1, MANY, given => {
    const numbers = given.numbers();
    return divide(total(numbers), new Decimal(numbers.length));
  }),
  COUNT: fn(1, MANY, count),
  COUNTA: fn(1, MANY, given => new Decimal(given.flat().filter(value => value !== null).length)),
  MIN: fn(1, MANY, given => extreme(given, (a, b) => a.lt(b))),
  MAX: fn(1, MANY, given => extreme(given, (a, b) => a.gt(b))),
  PRODUCT: fn(1, MANY, product),
  CONTAINS: fn(2, 2, contains),
};
