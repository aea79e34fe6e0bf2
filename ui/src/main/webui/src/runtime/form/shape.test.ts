import { describe, expect, it } from 'vitest';
import type { FormDef, TableDef, Values } from '@/api/types';
import { calculatorIn } from './calculator';
import { defaultsOf, type ShapeInput, shapeOf, valuesToSend } from './shape';

const table: TableDef = {
  title: 'reason',
  fields: [
    { key: 'reason', type: 'text', required: true },
    { key: 'kind', type: 'select', options: ['annual', 'sick'] },
    { key: 'span', type: 'daterange' },
    { key: 'days', type: 'number', scale: 1, formula: 'DAYS(span.end, span.start) + 1' },
    { key: 'half', type: 'number', scale: 1, formula: 'days / 2' },
    { key: 'proof', type: 'text' },
    { key: 'customer', type: 'relation', to: 'base:customer' },
    { key: 'level', type: 'text', formula: 'customer.level' },
    {
      key: 'lines',
      type: 'subtable',
      fields: [
        { key: 'price', type: 'number', scale: 2 },
        { key: 'count', type: 'number' },
        { key: 'sum', type: 'number', scale: 2, formula: 'price * count' },
      ],
    },
    { key: 'total', type: 'number', scale: 2, formula: 'SUM(lines.sum)' },
    { key: 'granted', type: 'number' },
  ],
  types: [{ key: 'leave', hides: ['granted'], requires: ['span'] }, { key: 'grant' }],
  lifecycle: { states: [{ key: 'draft' }, { key: 'valid', locks: '*', except: ['proof'] }] },
};

const form: FormDef = {
  table: 'leave',
  layout: [
    {
      key: 'main',
      type: 'group',
      items: ['reason', { key: 'kind', readonly: true }, 'span', 'days', 'half', 'granted'],
    },
    'proof',
    'customer',
    'level',
    'lines',
    'total',
  ],
  rules: [
    { key: 'sick', when: "kind = 'sick'", show: ['proof'], require: ['proof'], note: '请附上 {days} 天的证明' },
    { key: 'long', when: 'days > 3', readonly: ['reason'] },
  ],
};

const shape = (values: Values, more: Partial<ShapeInput> = {}) =>
  shapeOf({
    table,
    form,
    type: 'leave',
    state: null,
    values,
    me: { id: 'me-id', department: 'unit-id' },
    calculator: calculatorIn('Asia/Shanghai'),
    ...more,
  });

describe('a form being filled in', () => {
  it('works out days between dates, and what is worked out of them', () => {
    const { values } = shape({ span: { start: '2026-02-27', end: '2026-03-02' } });
    expect(values).toMatchObject({ days: '4.0', half: '2.0' });
  });

  it('works out the rows of a sub-table and their sum, exactly', () => {
    const lines = [{ values: { price: '0.1', count: '3' } }, { id: 'kept', values: { price: '19.99', count: '2' } }];
    const { values } = shape({ lines });
    expect(values.total).toBe('40.28');
    expect(values.lines).toEqual([
      { values: { price: '0.1', count: '3', sum: '0.30' } },
      { id: 'kept', values: { price: '19.99', count: '2', sum: '39.98' } },
    ]);
  });

  it('shows nothing for a formula whose names are all blank', () => {
    expect(shape({}).values).toMatchObject({ days: null, total: null });
  });

  it('leaves to the server what only the server knows', () => {
    expect(shape({ customer: 'some-id', level: 'a' }).values.level).toBe('a');
  });

  it('shows a field only while the rule that shows it holds, and then requires it', () => {
    expect(shape({ kind: 'annual' }).fields.proof).toMatchObject({ visible: false, required: false });
    expect(shape({ kind: 'sick' }).fields.proof).toMatchObject({ visible: true, required: true });
  });

  it('fills the words of a note with values', () => {
    const { notes } = shape({ kind: 'sick', span: { start: '2026-02-27', end: '2026-02-28' } });
    expect(notes).toEqual(['请附上 2 天的证明']);
  });

  it('hides and requires what the business kind says', () => {
    expect(shape({}).fields.granted?.visible).toBe(false);
    expect(shape({}, { type: 'grant' }).fields.granted?.visible).toBe(true);
    expect(shape({}).fields.span?.required).toBe(true);
  });

  it('locks what the state locks, but for its exceptions', () => {
    const { fields } = shape({ kind: 'sick' }, { state: 'valid' });
    expect(fields.reason?.readonly).toBe(true);
    expect(fields.proof?.readonly).toBe(false);
  });

  it('locks what the access, the form or a rule locks', () => {
    expect(shape({}).fields.kind?.readonly).toBe(true);
    expect(shape({ span: { start: '2026-01-01', end: '2026-01-09' } }).fields.reason?.readonly).toBe(true);
    expect(shape({}, { writes: ['span'] }).fields.reason?.readonly).toBe(true);
  });

  it('sends what is seen and entered, rows without their computed cells', () => {
    const entered = {
      reason: '探亲',
      kind: 'annual',
      proof: 'hidden',
      granted: '5',
      lines: [{ id: 'r', values: { price: '2', count: null } }],
    };
    const sent = valuesToSend(table, shape(entered), entered);
    expect(sent).toEqual({ reason: '探亲', span: null, customer: null, lines: [{ id: 'r', values: { price: '2' } }] });
  });

  it('starts with constants as they are and formulas worked out', () => {
    const fields = [
      { key: 'who', type: 'person', default: '=$me' },
      { key: 'text', type: 'text', default: "'=not a formula" },
      { key: 'count', type: 'number', default: 1 },
      { key: 'on', type: 'date', default: '=DATE(2026, 2, 28)' },
    ];
    const values = defaultsOf({
      table: { fields },
      form: { table: 't', layout: [] },
      type: null,
      me: { id: 'me-id' },
      calculator: calculatorIn('Asia/Shanghai'),
    });
    expect(values).toEqual({ who: 'me-id', text: '=not a formula', count: '1', on: '2026-02-28' });
  });
});

describe('rules over groups and values', () => {
  const grouped: FormDef = {
    table: 'leave',
    layout: ['kind', 'reason', { key: 'more', type: 'group', items: ['proof'] }],
    rules: [
      { key: 'sick', when: "kind = 'sick'", show: ['more'], set: { reason: "='病:' & proof", proof: '假条' } },
      { key: 'set', when: "reason = '病:'", hide: ['kind'] },
    ],
  };

  it('hide and show all fields inside a group', () => {
    expect(shape({ kind: 'annual' }, { form: grouped }).fields.proof?.visible).toBe(false);
    expect(shape({ kind: 'sick' }, { form: grouped }).fields.proof?.visible).toBe(true);
  });

  it('set values while they hold, and judge the others by them', () => {
    const { fields } = shape({ kind: 'sick' }, { form: grouped });
    expect(fields.reason?.value).toBe('病:');
    expect(fields.proof?.value).toBe('假条');
    expect(fields.kind?.visible).toBe(false);
    expect(shape({ kind: 'annual', reason: 'x' }, { form: grouped }).fields.reason?.value).toBe('x');
  });
});
