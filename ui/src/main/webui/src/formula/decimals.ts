import Base, { type Decimal as DecimalValue } from 'decimal.js-light';
import { FormulaError, fail } from './errors';

/**
 * Arithmetic that gives the same digits in Java, TypeScript and SQL: sums and products are exact, a quotient has 20
 * decimals, what cannot be exact has 15 digits. Halves go away from zero.
 */
export const Decimal = Base.clone({ precision: 1200, rounding: 4, toExpNeg: -9e15, toExpPos: 9e15 });
export type Decimal = DecimalValue;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);
const QUOTIENT_SCALE = 20;
const MAX_WHOLE_DIGITS = 309;
const MAX_SCALE = 100;
export const HALF_UP = 4;
export const UP = 0;
export const DOWN = 1;
const FLOOR = 3;

/** Digits before the point; not positive for small numbers. */
function wholeDigits(number: Decimal): number {
  return number.isZero() ? 0 : number.exponent() + 1;
}

/** The number, if it is one a spreadsheet can hold. */
export function bounded(number: Decimal): Decimal {
  if (wholeDigits(number) > MAX_WHOLE_DIGITS) fail(FormulaError.NUMBER);
  return number.decimalPlaces() > MAX_SCALE ? number.toDecimalPlaces(MAX_SCALE, HALF_UP) : number;
}

export function divide(above: Decimal, below: Decimal): Decimal {
  if (below.isZero()) fail(FormulaError.DIVISION);
  return bounded(above.div(below).toDecimalPlaces(QUOTIENT_SCALE, HALF_UP));
}

export function whole(number: Decimal): boolean {
  return number.isInteger();
}

export function floor(number: Decimal): Decimal {
  return number.toDecimalPlaces(0, FLOOR);
}

/** Towards zero, as a small whole number. */
export function integer(number: Decimal): number {
  const cut = number.toDecimalPlaces(0, DOWN).toNumber();
  if (Math.abs(cut) > 2147483647) fail(FormulaError.NUMBER);
  return cut;
}

export function round(number: Decimal, digits: number, mode: number): Decimal {
  if (digits >= number.decimalPlaces()) return number;
  if (-digits > MAX_WHOLE_DIGITS) return mode === UP && !number.isZero() ? fail(FormulaError.NUMBER) : ZERO;
  if (digits >= 0) return number.toDecimalPlaces(digits, mode);
  const unit = new Decimal(`1e${-digits}`);
  return bounded(number.div(unit).toDecimalPlaces(0, mode).times(unit));
}

export function power(base: Decimal, exponent: Decimal): Decimal {
  if (base.isZero()) {
    if (exponent.isZero()) fail(FormulaError.NUMBER);
    return exponent.isNegative() ? fail(FormulaError.DIVISION) : ZERO;
  }
  if (whole(exponent) && exponent.abs().lte(1000)) return wholePower(base, exponent.toNumber());
  return approximate(base.toNumber() ** exponent.toNumber());
}

function wholePower(base: Decimal, exponent: number): Decimal {
  const digits = base.precision(false);
  if (digits * Math.abs(exponent) > 1000) return approximate(base.toNumber() ** exponent);
  let result: Decimal = ONE;
  for (let i = 0; i < Math.abs(exponent); i++) result = result.times(base);
  return exponent < 0 ? divide(ONE, result) : bounded(result);
}

/** A result of floating-point arithmetic, cut to the digits that can be trusted. */
export function approximate(value: number): Decimal {
  if (!Number.isFinite(value)) fail(FormulaError.NUMBER);
  return bounded(new Decimal(value).toSignificantDigits(15, HALF_UP));
}

/** As people read it: with 15 digits, but never without a digit before the point. */
export function decimalText(number: Decimal): string {
  const wide = wholeDigits(number) >= 15;
  return (wide ? number.toDecimalPlaces(0, HALF_UP) : number.toSignificantDigits(15, HALF_UP)).toFixed();
}

/** The rest has the sign of the divisor. */
export function modulo(number: Decimal, by: Decimal): Decimal {
  if (by.isZero()) fail(FormulaError.DIVISION);
  const rest = number.minus(number.div(by).toDecimalPlaces(0, DOWN).times(by));
  return !rest.isZero() && rest.isNegative() !== by.isNegative() ? rest.plus(by) : rest;
}
