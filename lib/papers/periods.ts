import { isDay, today } from './days';

export type PeriodKind = 'date' | 'week' | 'month';

/** A day, ISO week or month in UTC, as in addresses: 2026-07-25, 2026-W30, 2026-07. */
export type Period = { kind: PeriodKind; at: string };

export const PERIOD_KINDS: readonly PeriodKind[] = ['date', 'week', 'month'];

export const isPeriodKind = (text: string): text is PeriodKind =>
  (PERIOD_KINDS as readonly string[]).includes(text);

/** The first and the last day of a period, YYYY-MM-DD. */
export type DayRange = { first: string; last: string };

const DAY = 86_400_000;
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string =>
  new Date(timeOf(day) + days * DAY).toISOString().slice(0, 10);

/** Days since Monday. */
export const weekday = (day: string): number => (new Date(timeOf(day)).getUTCDay() + 6) % 7;

/** Returns the ISO 8601 week, which belongs to the year of its Thursday. */
function weekOf(day: string): string {
  const thursday = addDays(day, 3 - weekday(day));
  const year = thursday.slice(0, 4);
  const number = 1 + Math.floor((timeOf(thursday) - timeOf(`${year}-01-01`)) / (7 * DAY));
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** 4 January is always in week 1. */
function mondayOf(week: string): string {
  const fourth = `${week.slice(0, 4)}-01-04`;
  return addDays(fourth, 7 * (Number(week.slice(6)) - 1) - weekday(fourth));
}

/** Returns the day, week or month that contains `day`. */
export function periodOf(kind: PeriodKind, day: string): Period {
  if (kind === 'week') return { kind, at: weekOf(day) };
  return { kind, at: kind === 'month' ? day.slice(0, 7) : day };
}

/** Returns whether a period of this kind is well-formed and exists: not every year has week 53. */
export function isPeriod(kind: PeriodKind, at: string): boolean {
  if (kind === 'date') return isDay(at);
  if (kind === 'month') return /^\d{4}-\d{2}$/.test(at) && isDay(`${at}-01`);
  return /^\d{4}-W\d{2}$/.test(at) && weekOf(mondayOf(at)) === at;
}

export function daysOf({ kind, at }: Period): DayRange {
  if (kind === 'date') return { first: at, last: at };
  if (kind === 'week') return { first: mondayOf(at), last: addDays(mondayOf(at), 6) };
  const first = `${at}-01`;
  return { first, last: addDays(periodOf('month', addDays(first, 31)).at.concat('-01'), -1) };
}

/** Returns the current period. */
export const currentPeriod = (kind: PeriodKind, now?: Date): Period => periodOf(kind, today(now));

/** Returns the month before or after (`months` of -1 or 1), as YYYY-MM. */
export const monthBeside = (month: string, months: -1 | 1): string =>
  addDays(`${month}-15`, 31 * months).slice(0, 7);
