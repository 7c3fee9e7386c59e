import type { Period } from './periods';

/**
 * Dates in the server's output: pages are the same for everybody, so a time is shown in the site's
 * time zone and never as "3 hours ago". Feed days are UTC.
 */
const LOCALE = 'en-GB';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE, options);
  formats.set(key, known);
  return known;
}

/** Formats an ISO time: `3 Jul 2026`. */
export const formatDate = (iso: string, timeZone = 'UTC'): string =>
  format({ day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(new Date(iso));

/** Formats an ISO time: `3 Jul 2026, 14:05 UTC`. */
export const formatMoment = (iso: string, timeZone = 'UTC'): string =>
  format({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(iso));

/** Formats a feed's day (YYYY-MM-DD): `Friday, 3 July 2026`. */
export function formatDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = format({ weekday: 'long', timeZone: 'UTC' }).format(date);
  const rest = format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${weekday}, ${rest.format(date)}`;
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Formats a month (YYYY-MM): `July 2026`. */
export const formatMonth = (month: string): string =>
  format({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(`${month}-01`));

/** Formats a range of days: `20 – 26 July 2026`. */
export const formatDays = (first: string, last: string): string =>
  format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .formatRange(utc(first), utc(last))
    .replace(/[\u2009\u202f]/g, ' ');

/** Formats a day, week or month: `Friday, 3 July 2026`, `Week 30 of 2026`, `July 2026`. */
export function formatPeriod({ kind, at }: Period): string {
  if (kind === 'date') return formatDay(at);
  return kind === 'month' ? formatMonth(at) : `Week ${Number(at.slice(6))} of ${at.slice(0, 4)}`;
}

/** Formats it short: `Fri 3 Jul`, `Week 30`, `Jul 2026`. */
export function formatShortPeriod({ kind, at }: Period): string {
  if (kind === 'date') return formatShortDay(at);
  if (kind === 'week') return `Week ${Number(at.slice(6))}`;
  return format({ month: 'short', year: 'numeric', timeZone: 'UTC' }).format(utc(`${at}-01`));
}

/** Formats a day: `3 July 2026`. */
export const formatDayOnly = (day: string): string =>
  format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(day));

/** Formats a feed's day: `Fri 3 Jul`. */
export function formatShortDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = format({ weekday: 'short', timeZone: 'UTC' }).format(date);
  return `${weekday} ${format({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date)}`;
}

/** Formats a count: 3303 as `3,303`. */
export const formatCount = (count: number): string => count.toLocaleString('en');
