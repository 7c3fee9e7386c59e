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

/** Weekly mails go on Mondays and monthly ones on the first, so that what they tell of is over. */
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

/** The moment in the period that begins so many periods from that of `now`; clock changes included. */
function dueIn({ cadence, hour, timeZone }: Plan, now: Date, periods: number): Date {
  const begin = ADD[cadence](BEGIN[cadence](new TZDate(now.getTime(), timeZone)), periods);
  return new Date(set(begin, { hours: hour, minutes: 0, seconds: 0, milliseconds: 0 }).getTime());
}

/** The last moment up to `now` at which a mail was due. */
export function lastDue(plan: Plan, now: Date): Date {
  const due = dueIn(plan, now, 0);
  return due <= now ? due : dueIn(plan, now, -1);
}

/** The first moment after `now` at which a mail is due. */
export function nextDue(plan: Plan, now: Date): Date {
  const due = dueIn(plan, now, 0);
  return due > now ? due : dueIn(plan, now, 1);
}

/** What a mail that is due then tells of: from the one before it, to itself. */
export function spanOf(plan: Plan, due: Date): { from: Date; to: Date } {
  return { from: dueIn(plan, due, -1), to: due };
}

/** The local day (YYYY-MM-DD) on which a mail is due: one a day at the most. */
export const dayOf = ({ timeZone }: Plan, due: Date): string =>
  format(new TZDate(due.getTime(), timeZone), 'yyyy-MM-dd');
