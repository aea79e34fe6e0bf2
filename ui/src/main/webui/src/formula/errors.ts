/** The errors of a spreadsheet, which are values here. */
export class FormulaError {
  private constructor(readonly code: string) {}

  static readonly DIVISION = new FormulaError('#DIV/0!');
  static readonly VALUE = new FormulaError('#VALUE!');
  static readonly NOT_AVAILABLE = new FormulaError('#N/A');
  static readonly NUMBER = new FormulaError('#NUM!');
  static readonly NAME = new FormulaError('#NAME?');
  static readonly REFERENCE = new FormulaError('#REF!');
  static readonly EMPTY = new FormulaError('#NULL!');

  static readonly ALL = [
    FormulaError.DIVISION,
    FormulaError.VALUE,
    FormulaError.NOT_AVAILABLE,
    FormulaError.NUMBER,
    FormulaError.NAME,
    FormulaError.REFERENCE,
    FormulaError.EMPTY,
  ];
}

/** Carries an error value out of a computation; never leaves this folder. */
export class Fault extends Error {
  constructor(readonly error: FormulaError) {
    super(error.code);
  }
}

export function fail(error: FormulaError): never {
  throw new Fault(error);
}

/** A text that is no formula; `code` is a key of the language files, `position` counts from 0. */
export class FormulaSyntaxError extends Error {
  constructor(
    readonly code: string,
    readonly position: number,
    readonly found: string,
  ) {
    super(`${code} at ${position}: ${found}`);
  }
}
