import { describe, expect, it } from 'vitest';
import { addMonths, instantOf, monthGrid, parseDay, printDay, wallClock } from './dates';
import { groupDecimal, parseDecimal } from './decimal';
import { newId } from './ids';
import { freeKey, keyFrom } from './keys';
import { registry } from './registry';

describe('decimals', () => {
  it.each([
    ['1234567.8', undefined, '1,234,567.8'],
    ['-1234', 2, '-1,234.00'],
    ['0.125', 2, '0.125'],
    ['99999999999999999999999999.99', 2, '99,999,999,999,999,999,999,999,999.99'],
    ['#DIV/0!', 2, '#DIV/0!'],
  ])('%s is shown with scale %s as %s', (text, scale, shown) => {
    expect(groupDecimal(text, scale)).toBe(shown);
  });

  it.each([
    ['１２，３４５．６', '12345.6'],
    ['1,000', '1000'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e9', null],
    ['abc', null],
  ])('%s is understood as %s', (typed, plain) => {
    expect(parseDecimal(typed)).toBe(plain);
  });
});

describe('days', () => {
  it('that do not exist are none', () => {
    expect(parseDay('2026-02-29')).toBeNull();
    expect(parseDay('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
    expect(parseDay('2026年2月8日')).toEqual({ year: 2026, month: 2, day: 8 });
  });

  it('fill six weeks from a Monday', () => {
    const grid = monthGrid(2026, 2).map(printDay);
    expect(grid).toHaveLength(42);
    expect(grid[0]).toBe('2026-01-26');
    expect(grid[41]).toBe('2026-03-08');
  });

  it('stay inside a shorter month', () => {
    expect(printDay(addMonths({ year: 2026, month: 1, day: 31 }, 1))).toBe('2026-02-28');
    expect(printDay(addMonths({ year: 2026, month: 1, day: 31 }, -2))).toBe('2025-11-30');
  });

  it('go to an instant and back', () => {
    expect(wallClock(instantOf('2026-02-28T09:30'))).toBe('2026-02-28 09:30');
  });
});

describe('keys', () => {
  it('are proposed by pinyin', async () => {
    expect(await keyFrom('请假天数')).toBe('qing_jia_tian_shu');
    expect(await keyFrom('A4 纸')).toBe('a4_zhi');
  });

  it('avoid what is taken, what is reserved, and what is no key', () => {
    expect(freeKey('amount', ['amount', 'amount_2'])).toBe('amount_3');
    expect(freeKey('state')).toBe('state_2');
    expect(freeKey('123 !')).toBe('item');
  });
});

describe('ids', () => {
  it('are of version 7, and grow with time', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId(2_000_000_000_000) > newId(1_900_000_000_000)).toBe(true);
  });
});

describe('a registry', () => {
  it('refuses two members of one name', () => {
    expect(() => registry([{ key: 'a' }, { key: 'a' }])).toThrow('a');
    expect(() => registry([{ key: 'a' }]).get('b')).toThrow('b');
  });
});
