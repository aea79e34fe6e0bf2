/** Calendar arithmetic on plain dates (`2026-02-28`). Never goes through a time zone. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

export function parseDay(text: string | null | undefined): Day | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text?.trim() ?? '');
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null;
}

export function printDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(day: Day, count: number): Day {
  const at = new Date(Date.UTC(day.year, day.month - 1, day.day + count));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

export function addMonths(day: Day, count: number): Day {
  const months = day.year * 12 + day.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return { year, month, day: Math.min(day.day, daysIn(year, month)) };
}

/** Six weeks from the Monday on or before the first of the month. */
export function monthGrid(year: number, month: number): Day[] {
  const weekday = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const first = addDays({ year, month, day: 1 }, -weekday);
  return Array.from({ length: 42 }, (_, index) => addDays(first, index));
}

export function today(zone?: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parseDay(parts.format(new Date())) ?? { year: 1970, month: 1, day: 1 };
}

/** `2026-02-28T01:30:00Z` as the reader's wall clock shows it: `2026-02-28 09:30`. */
export function wallClock(instant: string | null | undefined): string {
  const at = new Date(instant ?? '');
  if (Number.isNaN(at.getTime())) return instant ?? '';
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The other way: what a `datetime-local` input holds, as an instant in UTC. */
export function instantOf(wall: string): string | null {
  const at = new Date(wall.replace(' ', 'T'));
  return Number.isNaN(at.getTime()) ? null : at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

const two = (number: number) => String(number).padStart(2, '0');
