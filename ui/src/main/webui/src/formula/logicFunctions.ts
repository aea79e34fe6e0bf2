import type { Arguments } from './arguments';
import { ZERO } from './decimals';
import { FormulaError, fail } from './errors';
import type { FormulaFunction } from './nodes';
import { compare } from './operators';
import { bool, number, typeOf, type Value } from './values';

export const MANY = 254;

export const fn = (min: number, max: number, run: (given: Arguments) => Value): FormulaFunction => ({ min, max, run });

/** Blanks do not count, but there must be one value that does. */
function truths(given: Arguments): boolean[] {
  const found = given
    .flat()
    .filter(value => value !== null)
    .map(bool);
  return found.length ? found : fail(FormulaError.VALUE);
}

const isError = (value: Value) => value instanceof FormulaError;
const missing = (value: Value) => value === FormulaError.NOT_AVAILABLE;
const question = (ask: (value: Value) => boolean) => fn(1, 1, given => ask(given.outcome(0)));

function firstTrue(given: Arguments): Value {
  for (let i = 0; i + 1 < given.count; i += 2) if (given.bool(i)) return given.value(i + 1);
  return fail(FormulaError.NOT_AVAILABLE);
}

function match(given: Arguments): Value {
  const wanted = given.value(0);
  for (let i = 1; i + 1 < given.count; i += 2) {
    if (compare(wanted, given.value(i)) === 0) return given.value(i + 1);
  }
  return given.count % 2 === 0 ? given.value(given.count - 1) : fail(FormulaError.NOT_AVAILABLE);
}

function choose(given: Arguments): Value {
  if (given.bool(0)) return given.value(1);
  return given.count > 2 ? given.value(2) : false;
}

/** Conditions, choices and questions about a value. */
export const logicFunctions: Record<string, FormulaFunction> = {
  TRUE: fn(0, 0, () => true),
  FALSE: fn(0, 0, () => false),
  NOT: fn(1, 1, given => !given.bool(0)),
  AND: fn(1, MANY, given => truths(given).every(Boolean)),
  OR: fn(1, MANY, given => truths(given).some(Boolean)),
  XOR: fn(1, MANY, given => truths(given).filter(Boolean).length % 2 === 1),
  IF: fn(2, 3, choose),
  IFS: fn(2, MANY, firstTrue),
  SWITCH: fn(3, MANY, match),
  IFERROR: fn(2, 2, given => (isError(given.outcome(0)) ? given.value(1) : given.value(0))),
  IFNA: fn(2, 2, given => (missing(given.outcome(0)) ? given.value(1) : given.value(0))),
  ISBLANK: question(value => value === null || (Array.isArray(value) && value.length === 0)),
  ISERROR: question(isError),
  ISERR: question(value => isError(value) && !missing(value)),
  ISNA: question(missing),
  ISNUMBER: question(value => ['number', 'date', 'datetime', 'time'].includes(typeOf(value))),
  ISTEXT: question(value => typeof value === 'string'),
  ISNONTEXT: question(value => typeof value !== 'string'),
  ISLOGICAL: question(value => typeof value === 'boolean'),
  NA: fn(0, 0, () => FormulaError.NOT_AVAILABLE),
  N: fn(1, 1, given => {
    const value = given.value(0);
    return typeof value === 'string' ? ZERO : number(value);
  }),
};
