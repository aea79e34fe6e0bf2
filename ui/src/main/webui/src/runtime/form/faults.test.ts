import { describe, expect, it } from 'vitest';
import { ApiError } from '@/api/client';
import { forget, hasFaults, sortFaults } from './faults';

const known = new Set(['days', 'lines']);
const refusal = new ApiError(422, {
  type: 'values-invalid',
  detail: '有内容需要修改',
  violations: [
    { pointer: '/values/days', code: 'required', message: '请填写天数' },
    { pointer: '/values/lines/0/values/price', code: 'number', message: '不是数字' },
    { pointer: '/values/elsewhere', code: 'required', message: '另一处必填' },
    { pointer: '', code: 'rule', message: '总额超过预算' },
  ],
});

describe('the faults of a refusal', () => {
  it('stand beside their fields, inside rows, and the rest above the form', () => {
    expect(sortFaults(refusal, known)).toEqual({
      fields: { days: '请填写天数' },
      inside: { lines: { '/0/values/price': '不是数字' } },
      general: ['另一处必填', '总额超过预算'],
    });
  });

  it('are gone from a field as soon as it is changed', () => {
    const left = forget(forget(sortFaults(refusal, known), 'days'), 'lines');
    expect(left.fields).toEqual({});
    expect(left.inside).toEqual({});
    expect(hasFaults(left)).toBe(true);
  });

  it('are the refusal itself when it names no place', () => {
    expect(sortFaults(new ApiError(403, { detail: '不能修改' }), known).general).toEqual(['不能修改']);
  });
});
