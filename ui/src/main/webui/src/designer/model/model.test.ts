import { describe, expect, it } from 'vitest';
import type { FormDef, TableDef } from '@/api/types';
import { type Design, itemKey, moveItem, places } from './design';
import { addField, copyItem, deleteField, moveTo, setDocument, setField, setItem, usesOf } from './edits';
import { begin, perform, redo, undo } from './history';

const AT = { table: 'tables/leave.json', form: 'forms/leave.json' };
const design: Design = {
  'tables/leave.json': {
    format: 'table/1',
    label: '请假',
    title: 'reason',
    fields: [
      { key: 'reason', label: '事由', type: 'text' },
      { key: 'span', label: '起止', type: 'daterange' },
      { key: 'days', label: '天数', type: 'formula', formula: 'DAYS(span.end, span.start) + 1' },
    ],
  },
  'forms/leave.json': {
    format: 'form/1',
    label: '请假',
    table: 'leave',
    layout: [{ key: 'what', type: 'group', label: '内容', items: ['reason', 'span'] }, 'days'],
  },
};
const order = (d: Design) => places(d['forms/leave.json'] as unknown as FormDef).map(p => itemKey(p.item));

describe('a design that is edited', () => {
  it('puts a new field into the table and on the form in one edit', () => {
    const after = addField(
      design,
      AT,
      { key: 'note', type: 'longtext', label: '备注' },
      { group: 'what', index: 1 },
    ).execute(design);
    expect(order(after)).toEqual(['what', 'reason', 'note', 'span', 'days']);
    const table = after['tables/leave.json'] as unknown as TableDef;
    expect(table.fields.at(-1)?.key).toBe('note');
  });

  it('moves an item between group and form, counting places as they were', () => {
    const form = design['forms/leave.json'] as unknown as FormDef;
    expect(places(moveItem(form, 'reason', { group: null, index: 2 })).map(p => itemKey(p.item))).toEqual([
      'what',
      'span',
      'days',
      'reason',
    ]);
    expect(places(moveItem(form, 'reason', { group: 'what', index: 2 })).map(p => itemKey(p.item))).toEqual([
      'what',
      'span',
      'reason',
      'days',
    ]);
    expect(moveItem(form, 'what', { group: 'what', index: 0 })).toBe(form);
  });

  it('copies a field right behind itself under a key of its own', () => {
    const after = copyItem(design, AT, 'reason', name => `${name} 2`).execute(design);
    expect(order(after)).toEqual(['what', 'reason', 'reason_2', 'span', 'days']);
  });

  it('names what uses a field before it is deleted, and takes it off every form', () => {
    expect(usesOf(design, AT.table, 'span')).toEqual(['tables/leave.json', 'forms/leave.json']);
    expect(usesOf(design, AT.table, 'days')).toEqual(['forms/leave.json']);
    const after = deleteField(design, AT.table, 'span').execute(design);
    expect(order(after)).toEqual(['what', 'reason', 'days']);
  });

  it('undoes and redoes each step to the very same documents', () => {
    let history = begin(design);
    const states = [history.design];
    history = perform(history, addField(history.design, AT, { key: 'note', type: 'text' }, { group: null, index: 0 }));
    states.push(history.design);
    history = perform(history, moveTo(history.design, AT, 'note', { group: 'what', index: 0 }));
    states.push(history.design);
    history = perform(history, deleteField(history.design, AT.table, 'reason'));
    states.push(history.design);
    for (const expected of [states[2], states[1], states[0]]) {
      history = undo(history);
      expect(history.design).toEqual(expected);
    }
    expect(undo(history)).toBe(history);
    for (const expected of states.slice(1)) {
      history = redo(history);
      expect(history.design).toEqual(expected);
    }
  });

  it('makes one step of a title typed letter by letter', () => {
    let history = begin(design);
    for (const label of ['原', '原因'])
      history = perform(history, setField(history.design, AT.table, 'reason', { label }));
    expect(history.past).toHaveLength(1);
    expect(undo(history).design).toEqual(design);
  });

  it('writes an item that says nothing of its own as its key alone', () => {
    const wide = setItem(design, AT.form, 'days', { width: 6 }).execute(design);
    expect((wide['forms/leave.json'] as unknown as FormDef).layout[1]).toEqual({ key: 'days', width: 6 });
    const plain = setItem(wide, AT.form, 'days', { width: undefined }).execute(wide);
    expect((plain['forms/leave.json'] as unknown as FormDef).layout[1]).toBe('days');
  });

  it('keeps an empty layout when only a title changes', () => {
    const bare: Design = { 'forms/a.json': { format: 'form/1', label: '甲', table: 'a', layout: [] } };
    const named = setDocument(bare, 'forms/a.json', { label: '乙', submit: undefined }).execute(bare);
    expect(named['forms/a.json']).toEqual({ format: 'form/1', label: '乙', table: 'a', layout: [] });
  });
});
