import type { Arguments } from './arguments';
import { Decimal } from './decimals';
import type { Operator } from './operators';
import { number, sound, type Value } from './values';

/** Where a running formula gets its values from. */
export interface Environment {
  /** The value of a path; null for blank. A switch nobody touched is false, not blank. */
  value(path: readonly string[]): Value;
  /** The moment for TODAY and NOW: the day in the organisation's zone, and the milliseconds since 1970. */
  now(): { today: string; ms: number };
}

export interface FormulaFunction {
  min: number;
  max: number;
  run(given: Arguments): Value;
}

/** A node of a formula's tree. */
export interface Node {
  evaluate(environment: Environment): Value;
  /** Set on a name: whose kind of value counts as it is. */
  readonly path?: readonly string[];
  readonly children: readonly Node[];
}

export const literal = (value: Value): Node => ({ evaluate: () => value, children: [] });

export const name = (path: readonly string[]): Node => ({
  evaluate: environment => environment.value(path),
  path,
  children: [],
});

/** A plus leaves the value as it is, a text too. */
export const sign = (minus: boolean, operand: Node): Node => ({
  evaluate: environment => {
    const value = operand.evaluate(environment);
    return minus ? number(value).negated() : value;
  },
  children: [operand],
});

const HUNDREDTH = new Decimal('0.01');

export const percent = (operand: Node): Node => ({
  evaluate: environment => number(operand.evaluate(environment)).times(HUNDREDTH),
  children: [operand],
});

/** Operators of one level, from left to right; flat, so that a long sum is not a deep one. */
export const chain = (first: Node, steps: readonly { operator: Operator; operand: Node }[]): Node => ({
  evaluate: environment => {
    let value = first.evaluate(environment);
    for (const step of steps) {
      const left = sound(value);
      value = step.operator(left, sound(step.operand.evaluate(environment)));
    }
    return value;
  },
  children: [first, ...steps.map(step => step.operand)],
});
