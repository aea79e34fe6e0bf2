import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  Day,
  Decimal,
  type Environment,
  FormulaError,
  FormulaSyntaxError,
  functionNames,
  Moment,
  parse,
  TimeOfDay,
  type Value,
} from '@/formula';

const folder = join(process.cwd(), '../../../../contract/formulas');
const read = (file: string) => JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));

type Typed = Record<string, unknown>;
interface Vectors {
  values: Record<string, Typed>;
  cases: { formula: string; gives: Typed }[];
}

function readValue(typed: Typed): Value {
  const [[kind, raw]] = Object.entries(typed) as [[string, never]];
  switch (kind) {
    case 'number':
      return new Decimal(raw);
    case 'date':
      return Day.parse(raw);
    case 'datetime':
      return Moment.parse(raw);
    case 'blank':
      return null;
    case 'list':
      return (raw as Typed[]).map(readValue);
    default:
      return raw;
  }
}

function environment(values: Record<string, Typed>): Environment {
  return {
    value: path => readValue(values[path.join('.')] as Typed),
    now: () => ({ today: '2026-03-01', ms: Date.parse('2026-02-28T23:30:00Z') }),
  };
}

/** A result the way the examples write it. */
function written(value: Value): Typed {
  if (value === null) return { blank: true };
  if (value instanceof Decimal) return { number: value.isZero() ? '0' : value.toFixed() };
  if (value instanceof FormulaError) return { error: value.code };
  if (value instanceof Day) return { date: value.text() };
  if (value instanceof Moment) return { datetime: value.iso() };
  if (value instanceof TimeOfDay) {
    return { time: [value.hour, value.minute, value.second].map(n => String(n).padStart(2, '0')).join(':') };
  }
  return typeof value === 'boolean' ? { bool: value } : { text: value };
}

const files = ['operators', 'logic', 'numbers', 'lists', 'texts', 'dates', 'generated'];

describe('formulas in the browser', () => {
  describe.each(files)('%s', file => {
    const { values, cases } = read(file) as Vectors;
    it.each(cases)('$formula', ({ formula, gives }) => {
      expect(written(parse(formula).evaluate(environment(values)))).toEqual(gives);
    });
  });

  it.each((read('syntax') as Vectors).cases)('refuse what is no formula, case %#', ({ formula, gives }) => {
    try {
      parse(formula);
      expect.unreachable();
    } catch (fault) {
      expect(fault).toBeInstanceOf(FormulaSyntaxError);
      expect((fault as FormulaSyntaxError).code).toBe(gives.syntax);
    }
  });

  it('know the very functions the server knows', () => {
    expect(functionNames()).toEqual(Object.keys(read('functions').functions).sort());
  });

  it('name what they read', () => {
    expect(parse('SUM(lines.amount) + days * IF(days > 1, $me.x, 2)').references).toEqual([
      'lines.amount',
      'days',
      '$me.x',
    ]);
  });
});
