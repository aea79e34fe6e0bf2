import { Decimal, divide, floor, HALF_UP } from './decimals';
import { FormulaError, fail } from './errors';

const DAY_MS = 86_400_000;
const ORIGIN = Date.UTC(1899, 11, 30) / DAY_MS;
const LEAP = Date.UTC(1900, 2, 1) / DAY_MS;
const END = 2_958_466;

const pad = (number: number, width = 2) => String(number).padStart(width, '0');

/** A day of the calendar; `epoch` counts days since 1970. */
export class Day {
  constructor(readonly epoch: number) {}

  /** Null for a day the calendar does not have. */
  static of(year: number, month: number, day: number): Day | null {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    const fits = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return fits ? new Day(date.getTime() / DAY_MS) : null;
  }

  /** `2026-02-28`. */
  static parse(iso: string): Day | null {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
    return match ? Day.of(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  }

  private get date(): Date {
    return new Date(this.epoch * DAY_MS);
  }

  get year(): number {
    return this.date.getUTCFullYear();
  }

  get month(): number {
    return this.date.getUTCMonth() + 1;
  }

  get day(): number {
    return this.date.getUTCDate();
  }

  /** Monday is 1. */
  get weekday(): number {
    return this.date.getUTCDay() || 7;
  }

  plusDays(days: number): Day {
    return new Day(this.epoch + days);
  }

  /** The same day of another month, or its last. */
  plusMonths(months: number): Day {
    const index = this.year * 12 + this.month - 1 + months;
    const year = Math.floor(index / 12);
    const month = index - year * 12;
    return lastOr(year, month, this.day);
  }

  endOfMonth(): Day {
    return lastOr(this.year, this.month - 1, 31);
  }

  text(): string {
    return `${pad(this.year, 4)}-${pad(this.month)}-${pad(this.day)}`;
  }
}

function lastOr(year: number, month: number, day: number): Day {
  const last = new Date(0);
  last.setUTCFullYear(year, month + 1, 0);
  const date = new Date(0);
  date.setUTCFullYear(year, month, Math.min(day, last.getUTCDate()));
  return new Day(date.getTime() / DAY_MS);
}

/** A moment in UTC, to the millisecond. */
export class Moment {
  constructor(readonly ms: number) {}

  static parse(iso: string): Moment | null {
    const ms = Date.parse(iso);
    return Number.isNaN(ms) ? null : new Moment(ms);
  }

  get day(): Day {
    return new Day(Math.floor(this.ms / DAY_MS));
  }

  get time(): TimeOfDay {
    return new TimeOfDay(this.ms - this.day.epoch * DAY_MS);
  }

  iso(): string {
    return new Date(this.ms).toISOString().replace(/\.000Z$/, 'Z');
  }
}

/** A time of day in milliseconds. */
export class TimeOfDay {
  constructor(readonly ms: number) {}

  get hour(): number {
    return Math.floor(this.ms / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.ms / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.ms / 1000) % 60;
  }
}

/** The number a spreadsheet has for a moment; null for what is none. Day 60, 29 February 1900, never was. */
export function serialOf(value: unknown): Decimal | null {
  if (value instanceof Day) {
    const days = value.epoch - ORIGIN;
    return new Decimal(value.epoch < LEAP ? days - 1 : days);
  }
  if (value instanceof Moment) return serial(value.day).plus(serial(value.time));
  if (value instanceof TimeOfDay) return divide(new Decimal(value.ms), new Decimal(DAY_MS));
  return null;
}

function serial(value: Day | TimeOfDay): Decimal {
  return serialOf(value) as Decimal;
}

/** The day of a number. */
export function dayOf(number: Decimal): Day {
  const days = floor(number);
  if (days.isNegative() || days.gte(END)) fail(FormulaError.NUMBER);
  const count = days.toNumber();
  return new Day(ORIGIN + (count < 60 ? count + 1 : count));
}

/** The moment of a number, to the millisecond. */
export function momentOf(number: Decimal): Moment {
  const ms = number.minus(floor(number)).times(DAY_MS).toDecimalPlaces(0, HALF_UP).toNumber();
  return new Moment(dayOf(number).epoch * DAY_MS + ms);
}
