import { type Decimal, decimalText, HALF_UP, round } from './decimals';
import { FormulaError, fail } from './errors';
import { Day, Moment, momentOf, TimeOfDay } from './moments';
import { number, readNumber, text, type Value } from './values';

const NUMBER = /^([^0#,.%;@?*_[\]]*)([#,]*0*(?:,000)*)(?:\.(0*)(#*))?(%?)([^0#,.%;@?*_[\]]*)$/;
const PART = /yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s/g;

/** `TEXT`: numbers as `0.00`, `#,##0`, `0%`, moments as `yyyy-mm-dd hh:mm`; other formats are `#VALUE!`. */
export function formatted(value: Value, format: string): string {
  if (typeof value === 'string') {
    const read = readNumber(value);
    return read ? formatted(read, format) : value;
  }
  if (typeof value === 'boolean') return text(value);
  if (format === '') return '';
  const lower = format.toLowerCase();
  return lower.search(PART) >= 0 ? moment(value, lower) : decimal(number(value), format);
}

function decimal(value: Decimal, format: string): string {
  if (format.toLowerCase() === 'general') return decimalText(value);
  const match = NUMBER.exec(format);
  if (!match || unknown(format)) return fail(FormulaError.VALUE);
  const [, before = '', whole = '', fixed = '', loose = '', percent = '', behind = ''] = match;
  const most = fixed.length + loose.length;
  const shown = percent ? value.times(100) : value;
  const rounded = round(shown, most, HALF_UP).abs();
  const sign = value.isNegative() && !rounded.isZero() ? '-' : '';
  return sign + plain(before) + digits(rounded, whole, fixed.length, most) + percent + plain(behind);
}

function digits(value: Decimal, whole: string, fixed: number, most: number): string {
  const [front = '', back = ''] = value.toFixed(most).split('.');
  let after = back;
  while (after.length > fixed && after.endsWith('0')) after = after.slice(0, -1);
  const zeros = [...whole].filter(c => c === '0').length;
  let before = zeros === 0 && front === '0' ? '' : front.padStart(zeros, '0');
  if (whole.includes(',')) before = before.replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
  return fixed === 0 && after === '' ? before : `${before}.${after}`;
}

/** Letters outside quotes are commands that are not understood, never words. */
const unknown = (format: string) => /[A-Za-z]/.test(format.replace(/"[^"]*"/g, ''));

const plain = (words: string) => words.replaceAll('"', '').replaceAll('\\', '');

function moment(value: Value, format: string): string {
  if (/[[\]#0?@*_;]/.test(format) || unknown(format.replace(PART, ''))) fail(FormulaError.VALUE);
  const [day, time] = split(value);
  let written = '';
  let before = '';
  let at = 0;
  for (const part of format.matchAll(PART)) {
    const word = part[0];
    const behind = format.slice(part.index + word.length).match(/[\p{L}]/u)?.[0];
    written += plain(format.slice(at, part.index)) + piece(word, day, time, before.startsWith('h') || behind === 's');
    before = word;
    at = part.index + word.length;
  }
  return written + plain(format.slice(at));
}

/** `m` is a minute right behind an hour or before a second. */
function piece(word: string, day: Day, time: TimeOfDay, minutes: boolean): string {
  const wide = (value: number) => (word.length === 2 ? String(value).padStart(2, '0') : String(value));
  if (word.length > 2 && !word.startsWith('y')) return named(word, day);
  switch (word.charAt(0)) {
    case 'y':
      return word.length === 2 ? wide(day.year % 100) : String(day.year);
    case 'm':
      return wide(minutes ? time.minute : day.month);
    case 'd':
      return wide(day.day);
    case 'h':
      return wide(time.hour);
    default:
      return wide(time.second);
  }
}

/** English names, as on the server. */
function named(word: string, day: Day): string {
  const width = word.length === 3 ? 'short' : 'long';
  const part = word.startsWith('m') ? { month: width } : { weekday: width };
  const date = new Date(day.epoch * 86_400_000);
  return new Intl.DateTimeFormat('en-US', { ...part, timeZone: 'UTC' } as Intl.DateTimeFormatOptions).format(date);
}

function split(value: Value): [Day, TimeOfDay] {
  if (value instanceof Day) return [value, new TimeOfDay(0)];
  if (value instanceof TimeOfDay) return [Day.of(1899, 12, 31) as Day, value];
  const at = value instanceof Moment ? value : momentOf(number(value));
  return [at.day, at.time];
}
