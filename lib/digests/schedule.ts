import { TZDate } from '@date-fns/tz';
import { addDays, addMonths, addWeeks, startOfISOWeek, startOfMonth } from 'date-fns';
import { hourOfDay, localDay } from './local-time';
import type { Cadence, Plan } from './types';

/** Weekly mails are due on Mondays and monthly ones on the first, after the period they cover. */
const BEGIN: Record<Cadence, (day: TZDate) => TZDate> = {
  daily: (day) => day,
  weekly: (day) => startOfISOWeek(day),
  monthly: (day) => startOfMonth(day),
};

const ADD: Record<Cadence, (at: TZDate, periods: number) => TZDate> = {
  daily: addDays,
  weekly: addWeeks,
  monthly: addMonths,
};

/**
 * Returns the due time in the period that starts `periods` after that of `now`. Days are counted in
 * the calendar: where a clock changes at midnight, a day has no start, or two.
 */
function dueIn({ cadence, hour, timeZone }: Plan, now: Date, periods: number): Date {
  const today = new TZDate(localDay(timeZone, now.getTime()), 'UTC');
  const day = ADD[cadence](BEGIN[cadence](today), periods);
  return new Date(hourOfDay(timeZone, day.getTime(), hour));
}

/** Returns the last due time up to `now`. */
export function lastDue(plan: Plan, now: Date): Date {
  const next = dueIn(plan, now, 1);
  if (next <= now) return next;
  const due = dueIn(plan, now, 0);
  return due <= now ? due : dueIn(plan, now, -1);
}

/** Returns the first due time after `now`. */
export function nextDue(plan: Plan, now: Date): Date {
  const due = dueIn(plan, now, 0);
  if (due > now) return due;
  const next = dueIn(plan, now, 1);
  return next > now ? next : dueIn(plan, now, 2);
}

/** Returns the span that a mail covers: from the previous due time to its own. */
export function spanOf(plan: Plan, due: Date): { from: Date; to: Date } {
  return { from: dueIn(plan, due, -1), to: due };
}

/** Returns the local day (YYYY-MM-DD) of a due time. A subscription gets at most one mail a day. */
export const dayOf = ({ timeZone }: Plan, due: Date): string =>
  new Date(localDay(timeZone, due.getTime())).toISOString().slice(0, 10);
