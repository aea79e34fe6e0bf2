import type { Arguments } from './arguments';
import { Decimal } from './decimals';
import { FormulaError, fail } from './errors';
import { fn, MANY } from './logicFunctions';
import type { FormulaFunction } from './nodes';
import { formatted } from './textFormat';
import { number, shortEnough, text, type Value } from './values';

/** Characters are code points, so that no emoji is cut in two. */
const characters = (value: string): string[] => [...value];

function length(given: Arguments, index: number, otherwise: number): number {
  const wanted = given.integer(index, otherwise);
  return wanted < 0 ? fail(FormulaError.VALUE) : wanted;
}

function join(given: Arguments): Value {
  return given.flat().reduce<string>((joined, value) => shortEnough(joined + text(value)), '');
}

function left(given: Arguments): Value {
  const all = characters(given.text(0));
  return all.slice(0, length(given, 1, 1)).join('');
}

function right(given: Arguments): Value {
  const all = characters(given.text(0));
  return all.slice(Math.max(0, all.length - length(given, 1, 1))).join('');
}

function middle(given: Arguments): Value {
  const all = characters(given.text(0));
  const start = given.integer(1, 1);
  if (start < 1) fail(FormulaError.VALUE);
  return all.slice(start - 1, start - 1 + length(given, 2, 0)).join('');
}

function find(given: Arguments): Value {
  const whole = given.text(1);
  const from = given.integer(2, 1);
  if (from < 1 || from > whole.length + 1) fail(FormulaError.VALUE);
  const at = whole.indexOf(given.text(0), from - 1);
  return at < 0 ? fail(FormulaError.VALUE) : new Decimal(at + 1);
}

function substitute(given: Arguments): Value {
  const whole = given.text(0);
  const old = given.text(1);
  const replacement = given.text(2);
  if (old === '') return whole;
  const parts = whole.split(old);
  if (given.count < 4) return shortEnough(parts.join(replacement));
  const occurrence = given.integer(3, 1);
  if (occurrence < 1) fail(FormulaError.VALUE);
  if (occurrence >= parts.length) return whole;
  return `${parts.slice(0, occurrence).join(old)}${replacement}${parts.slice(occurrence).join(old)}`;
}

function repeat(given: Arguments): Value {
  const what = given.text(0);
  const times = length(given, 1, 0);
  return what.length * times > 32767 ? fail(FormulaError.VALUE) : what.repeat(times);
}

/** Texts: their parts, their length, numbers and days written as people want them. */
export const textFunctions: Record<string, FormulaFunction> = {
  CONCATENATE: fn(1, MANY, join),
  CONCAT: fn(1, MANY, join),
  TEXT: fn(2, 2, given => formatted(given.value(0), given.text(1))),
  LEN: fn(1, 1, given => new Decimal(characters(given.text(0)).length)),
  LEFT: fn(1, 2, left),
  RIGHT: fn(1, 2, right),
  MID: fn(3, 3, middle),
  TRIM: fn(1, 1, given => given.text(0).replace(/ +/g, ' ').replace(/^ | $/g, '')),
  UPPER: fn(1, 1, given => given.text(0).toUpperCase()),
  LOWER: fn(1, 1, given => given.text(0).toLowerCase()),
  EXACT: fn(2, 2, given => given.text(0) === given.text(1)),
  VALUE: fn(1, 1, given => number(given.value(0))),
  FIND: fn(2, 3, find),
  SUBSTITUTE: fn(3, 4, substitute),
  REPT: fn(2, 2, repeat),
};
