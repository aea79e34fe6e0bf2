import { dateFunctions } from './dateFunctions';
import { listFunctions } from './listFunctions';
import { logicFunctions } from './logicFunctions';
import type { FormulaFunction } from './nodes';
import { numberFunctions } from './numberFunctions';
import { textFunctions } from './textFunctions';

/** All functions by name; the server has the same ones (`contract/formulas/functions.json`). */
export const functions: Readonly<Record<string, FormulaFunction | undefined>> = Object.assign(
  Object.create(null),
  logicFunctions,
  numberFunctions,
  listFunctions,
  textFunctions,
  dateFunctions,
);

export const functionNames = (): string[] => Object.keys(functions).sort();
