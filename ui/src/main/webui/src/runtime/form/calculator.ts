import { type Formula, FormulaError, FormulaSyntaxError, parse, type Value } from '@/formula';
import { printDay, today } from '@/lib/dates';

/** A name that only the server can answer: the far record of a relation, a list that was not sent. */
export class Unknown extends Error {}

/** What is known at the place where a formula stands, in the values formulas compute with. Throws {@link Unknown}. */
export type Names = (path: readonly string[]) => Value;

/** Computes formulas in the browser; `undefined` when the browser cannot know. The server's answer stands in the end. */
export interface Calculator {
  value(formula: string, names: Names): Value | undefined;
  holds(formula: string, names: Names): boolean | undefined;
  /** The names a formula uses, as paths. */
  references(formula: string): readonly string[];
}

const parsed = new Map<string, Formula | null>();

/** A formula is read once; one that is none stays the server's to complain about. */
function read(text: string): Formula | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  let formula: Formula | null = null;
  try {
    formula = parse(text);
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
  }
  parsed.set(text, formula);
  return formula;
}

/** The calculator of an organisation: `TODAY()` is the day in its zone. */
export function calculatorIn(zone: string): Calculator {
  const now = () => ({ today: printDay(today(zone)), ms: Date.now() });
  function run<T>(text: string, act: (formula: Formula) => T): T | undefined {
    const formula = read(text);
    if (!formula) return undefined;
    try {
      return act(formula);
    } catch (error) {
      if (error instanceof Unknown) return undefined;
      throw error;
    }
  }
  return {
    value: (text, names) => {
      const value = run(text, formula => formula.evaluate({ value: names, now }));
      // a function that only the server has is no error of the person who types
      return value === FormulaError.NAME ? undefined : value;
    },
    references: text => read(text)?.references ?? [],
    holds: (text, names) => run(text, formula => formula.holds({ value: names, now })),
  };
}
