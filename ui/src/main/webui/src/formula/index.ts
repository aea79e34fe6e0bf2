import { Fault, FormulaError } from './errors';
import type { Environment, Node } from './nodes';
import { parseTree } from './parser';
import { bool, type Value } from './values';

export { Decimal } from './decimals';
export { FormulaError, FormulaSyntaxError } from './errors';
export { functionNames } from './functions';
export { Day, Moment, TimeOfDay } from './moments';
export type { Environment } from './nodes';
export { typeOf, type Value, type ValueType } from './values';

/** A parsed formula. It computes and never reads anything but what the environment hands it. */
export class Formula {
  /** All names it uses. */
  readonly references: readonly string[];

  constructor(
    readonly text: string,
    private readonly root: Node,
  ) {
    this.references = [...new Set(names(root))];
  }

  /** Its value; an error is a value too. */
  evaluate(environment: Environment): Value {
    try {
      return this.root.evaluate(environment);
    } catch (fault) {
      if (fault instanceof Fault) return fault.error;
      throw fault;
    }
  }

  /** Whether it holds, as a condition: an error or a blank does not. */
  holds(environment: Environment): boolean {
    const value = this.evaluate(environment);
    try {
      return value instanceof FormulaError ? false : bool(value);
    } catch (fault) {
      if (fault instanceof Fault) return false;
      throw fault;
    }
  }
}

/**
 * Reads a formula without a leading `=`.
 * @throws FormulaSyntaxError when the text is none
 */
export function parse(text: string): Formula {
  return new Formula(text, parseTree(text));
}

/** The formula in a document's value: a text that begins with `=`; null for every plain value. */
export function formulaIn(value: unknown): Formula | null {
  return typeof value === 'string' && value.startsWith('=') ? parse(value.slice(1)) : null;
}

function names(node: Node): string[] {
  return node.path ? [node.path.join('.')] : node.children.flatMap(names);
}
