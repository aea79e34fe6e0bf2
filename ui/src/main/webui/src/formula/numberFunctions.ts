import type { Arguments } from './arguments';
import { approximate, Decimal, DOWN, floor, HALF_UP, modulo, power, round, UP } from './decimals';
import { FormulaError, fail } from './errors';
import { fn } from './logicFunctions';
import type { FormulaFunction } from './nodes';

const rounding = (mode: number) => (given: Arguments) => round(given.number(0), given.integer(1, 0), mode);

function quotient(given: Arguments): Decimal {
  const by = given.number(1);
  const number = given.number(0);
  return by.isZero() ? fail(FormulaError.DIVISION) : number.div(by).toDecimalPlaces(0, DOWN);
}

function root(given: Arguments): Decimal {
  const number = given.number(0);
  return number.isNegative() && !number.isZero()
    ? fail(FormulaError.NUMBER)
    : approximate(Math.sqrt(number.toNumber()));
}

/** Arithmetic on single numbers. */
export const numberFunctions: Record<string, FormulaFunction> = {
  ABS: fn(1, 1, given => given.number(0).abs()),
  INT: fn(1, 1, given => floor(given.number(0))),
  SIGN: fn(1, 1, given => new Decimal(given.number(0).comparedTo(0))),
  MOD: fn(2, 2, given => modulo(given.number(0), given.number(1))),
  ROUND: fn(2, 2, rounding(HALF_UP)),
  ROUNDUP: fn(2, 2, rounding(UP)),
  ROUNDDOWN: fn(2, 2, rounding(DOWN)),
  TRUNC: fn(1, 2, rounding(DOWN)),
  POWER: fn(2, 2, given => power(given.number(0), given.number(1))),
  SQRT: fn(1, 1, root),
  QUOTIENT: fn(2, 2, quotient),
};
