import type { Decimal } from './decimals';
import { Day, Moment, serialOf, type TimeOfDay } from './moments';

const CLOCK = '(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?\\s*(AM|PM)?)?(Z)?$';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})${CLOCK}`, 'i');
const MONTH_FIRST = new RegExp(`^(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})${CLOCK}`, 'i');
const DAY_NAME = new RegExp(`^(\\d{1,2})[- ]([a-z]{3,9})[- ,]+(\\d{4})${CLOCK}`, 'i');
const NAME_DAY = new RegExp(`^([a-z]{3,9})[- ](\\d{1,2})[- ,]+(\\d{4})${CLOCK}`, 'i');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day or a moment written as text: `2026-02-28`, `2/28/2026`, `28-Feb-2026`, each with a time behind. */
export function readDate(written: string): Day | Moment | null {
  if (written.length > 40 || written.length < 6) return null;
  const text = written.trim();
  let match = YEAR_FIRST.exec(text);
  if (match) return at(match, match[1], match[2], match[3]);
  match = MONTH_FIRST.exec(text);
  if (match) return at(match, match[3], match[1], match[2]);
  match = DAY_NAME.exec(text);
  if (match) return at(match, match[3], month(match[2]), match[1]);
  match = NAME_DAY.exec(text);
  return match ? at(match, match[3], month(match[1]), match[2]) : null;
}

export function dateNumber(written: string): Decimal | null {
  return serialOf(readDate(written));
}

function month(name = ''): string {
  return String(MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1);
}

function at(match: RegExpExecArray, year = '', monthNumber = '', dayNumber = ''): Day | Moment | null {
  const day = Day.of(Number(year), Number(monthNumber), Number(dayNumber));
  if (!day || match[4] === undefined) return day;
  const written = Number(match[4]);
  const half = match[7]?.toUpperCase();
  const hour = half ? (written % 12) + (half === 'PM' ? 12 : 0) : written;
  const minute = Number(match[5]);
  const second = Number(match[6] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  return new Moment(day.epoch * 86_400_000 + (hour * 3600 + minute * 60 + second) * 1000);
}

const two = (number: number) => String(number).padStart(2, '0');

function time(value: TimeOfDay): string {
  return `${two(value.hour)}:${two(value.minute)}:${two(value.second)}`;
}

export const TEXTS = {
  time,
  moment: (value: Moment) => `${value.day.text()} ${time(value.time)}`,
};
