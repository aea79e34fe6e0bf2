import type { Arguments } from './arguments';
import { Decimal } from './decimals';
import { FormulaError, fail } from './errors';
import { fn } from './logicFunctions';
import { Day, Moment, TimeOfDay } from './moments';
import type { FormulaFunction } from './nodes';
import type { Value } from './values';

const part = (of: (day: Day) => number) =>
  fn(1, 1, given => {
    const day = given.day(0);
    return day && new Decimal(of(day));
  });

const clock = (of: (time: TimeOfDay) => number) => fn(1, 1, given => new Decimal(of(given.time(0))));

function inCalendar(day: Day): Day {
  return day.year < 1900 || day.year > 9999 ? fail(FormulaError.NUMBER) : day;
}

/** Months and days beyond their range run over into the next; years below 1900 count from it. */
function date(given: Arguments): Value {
  const year = given.integer(0, 0);
  const month = given.integer(1, 0);
  const day = given.integer(2, 0);
  if (year < 0 || year > 9999) fail(FormulaError.NUMBER);
  const start = Day.of(year < 1900 ? year + 1900 : year, 1, 1) as Day;
  if (Math.abs(month) > 200_000 || Math.abs(day) > 5_000_000) fail(FormulaError.NUMBER);
  return inCalendar(start.plusMonths(month - 1).plusDays(day - 1));
}

function time(given: Arguments): Value {
  const seconds = given.integer(0, 0) * 3600 + given.integer(1, 0) * 60 + given.integer(2, 0);
  return seconds < 0 ? fail(FormulaError.NUMBER) : new TimeOfDay((seconds % 86_400) * 1000);
}

function weekday(given: Arguments): Value {
  const day = given.day(0);
  const kind = given.integer(1, 1);
  if (!day) return null;
  if (kind === 3) return new Decimal(day.weekday - 1);
  const first = kind === 1 ? 7 : kind === 2 ? 1 : kind - 10;
  if (first < 1 || first > 7) fail(FormulaError.NUMBER);
  return new Decimal(((day.weekday - first + 7) % 7) + 1);
}

function days(given: Arguments): Value {
  const end = given.day(0);
  const start = given.day(1);
  return end && start && new Decimal(end.epoch - start.epoch);
}

function months(start: Day, end: Day): number {
  const apart = (end.year - start.year) * 12 + end.month - start.month;
  return end.day < start.day ? apart - 1 : apart;
}

function difference(given: Arguments): Value {
  const start = given.day(0);
  const end = given.day(1);
  const unit = given.text(2).toLowerCase();
  if (!start || !end) return null;
  if (start.epoch > end.epoch) fail(FormulaError.NUMBER);
  const whole = months(start, end);
  switch (unit) {
    case 'y':
      return new Decimal(Math.floor(whole / 12));
    case 'm':
      return new Decimal(whole);
    case 'd':
      return new Decimal(end.epoch - start.epoch);
    case 'ym':
      return new Decimal(whole % 12);
    case 'yd':
      return new Decimal(end.epoch - start.plusMonths(whole - (whole % 12)).epoch);
    case 'md':
      return new Decimal(end.epoch - start.plusMonths(whole).epoch);
    default:
      return fail(FormulaError.NUMBER);
  }
}

function shifted(given: Arguments, end: boolean): Value {
  const day = given.day(0);
  const by = given.integer(1, 0);
  if (!day) return null;
  if (Math.abs(by) > 200_000) fail(FormulaError.NUMBER);
  const moved = day.plusMonths(by);
  return inCalendar(end ? moved.endOfMonth() : moved);
}

/** Days and times. What is computed from a blank day is blank: a form half filled in shows no absurd number. */
export const dateFunctions: Record<string, FormulaFunction> = {
  TODAY: fn(0, 0, given => Day.parse(given.now().today)),
  NOW: fn(0, 0, given => new Moment(given.now().ms)),
  DATE: fn(3, 3, date),
  TIME: fn(3, 3, time),
  YEAR: part(day => day.year),
  MONTH: part(day => day.month),
  DAY: part(day => day.day),
  HOUR: clock(at => at.hour),
  MINUTE: clock(at => at.minute),
  SECOND: clock(at => at.second),
  WEEKDAY: fn(1, 2, weekday),
  DAYS: fn(2, 2, days),
  DATEDIF: fn(3, 3, difference),
  EDATE: fn(2, 2, given => shifted(given, false)),
  EOMONTH: fn(2, 2, given => shifted(given, true)),
};
