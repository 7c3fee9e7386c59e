import { TZDate } from '@date-fns/tz';
import {
  addDays,
  addMonths,
  addWeeks,
  format,
  set,
  startOfDay,
  startOfISOWeek,
  startOfMonth,
} from 'date-fns';
import type { Cadence, Plan } from './types';

/** Weekly mails are due on Mondays and monthly ones on the first, after the period they cover. */
const BEGIN: Record<Cadence, (at: TZDate) => TZDate> = {
  daily: (at) => startOfDay(at),
  weekly: (at) => startOfISOWeek(at),
  monthly: (at) => startOfMonth(at),
};

const ADD: Record<Cadence, (at: TZDate, periods: number) => TZDate> = {
  daily: addDays,
  weekly: addWeeks,
  monthly: addMonths,
};

/**
 * Returns the due time in the period that starts `periods` after that of `now`; clock changes
 * included.
 */
function dueIn({ cadence, hour, timeZone }: Plan, now: Date, periods: number): Date {
  const begin = ADD[cadence](BEGIN[cadence](new TZDate(now.getTime(), timeZone)), periods);
  return new Date(set(begin, { hours: hour, minutes: 0, seconds: 0, milliseconds: 0 }).getTime());
}

/** Returns the last due time up to `now`. */
export function lastDue(plan: Plan, now: Date): Date {
  const due = dueIn(plan, now, 0);
  return due <= now ? due : dueIn(plan, now, -1);
}

/** Returns the first due time after `now`. */
export function nextDue(plan: Plan, now: Date): Date {
  const due = dueIn(plan, now, 0);
  return due > now ? due : dueIn(plan, now, 1);
}

/** Returns the span that a mail covers: from the previous due time to its own. */
export function spanOf(plan: Plan, due: Date): { from: Date; to: Date } {
  return { from: dueIn(plan, due, -1), to: due };
}

/** Returns the local day (YYYY-MM-DD) of a due time. A subscription gets at most one mail a day. */
export const dayOf = ({ timeZone }: Plan, due: Date): string =>
  format(new TZDate(due.getTime(), timeZone), 'yyyy-MM-dd');
