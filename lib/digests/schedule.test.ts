import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { dayOf, lastDue, nextDue, spanOf } from './schedule';
import { CADENCES } from './schema';
import type { Plan } from './types';

const plan = (more: Partial<Plan>): Plan => ({
  cadence: 'daily',
  hour: 8,
  timeZone: 'Europe/Berlin',
  ...more,
});
const at = (iso: string) => new Date(iso);

it('is due at the local hour, in summer and in winter', () => {
  expect(nextDue(plan({}), at('2026-07-01T12:00:00Z'))).toEqual(at('2026-07-02T06:00:00Z'));
  expect(nextDue(plan({}), at('2026-12-01T12:00:00Z'))).toEqual(at('2026-12-02T07:00:00Z'));
  expect(nextDue(plan({}), at('2026-07-01T05:59:59Z'))).toEqual(at('2026-07-01T06:00:00Z'));
  expect(nextDue(plan({}), at('2026-07-01T06:00:00Z'))).toEqual(at('2026-07-02T06:00:00Z'));
});

it('is due on Mondays, and on the first', () => {
  const weekly = plan({ cadence: 'weekly', timeZone: 'UTC' });
  expect(nextDue(weekly, at('2026-11-25T10:00:00Z'))).toEqual(at('2026-11-30T08:00:00Z'));
  expect(lastDue(weekly, at('2026-11-25T10:00:00Z'))).toEqual(at('2026-11-23T08:00:00Z'));
  const monthly = plan({ cadence: 'monthly', timeZone: 'UTC' });
  expect(nextDue(monthly, at('2026-01-31T10:00:00Z'))).toEqual(at('2026-02-01T08:00:00Z'));
});

it('names the day in the subscriber’s time zone', () => {
  const early = plan({ timeZone: 'Asia/Tokyo', hour: 7 });
  const due = nextDue(early, at('2026-11-25T00:00:00Z'));
  expect(due).toEqual(at('2026-11-25T22:00:00Z'));
  expect(dayOf(early, due)).toBe('2026-11-26');
});

it('is due even in the hour that a clock change skips', () => {
  const gap = plan({ hour: 2 });
  const due = nextDue(gap, at('2026-03-28T12:00:00Z'));
  expect(dayOf(gap, due)).toBe('2026-03-29');
  expect(Math.abs(due.getTime() - at('2026-03-29T01:00:00Z').getTime())).toBeLessThanOrEqual(3.6e6);
});

it('has spans without a gap or an overlap, across clock changes', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Kathmandu'];
  fc.assert(
    fc.property(
      fc.constantFrom(...CADENCES),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(...zones),
      fc.date({ min: at('2024-01-01'), max: at('2030-01-01'), noInvalidDate: true }),
      (cadence, hour, timeZone, now) => {
        const one = { cadence, hour, timeZone };
        const due = lastDue(one, now);
        const next = nextDue(one, now);
        expect(due <= now && now < next).toBe(true);
        expect(lastDue(one, due)).toEqual(due);
        expect(nextDue(one, due)).toEqual(next);
        expect(spanOf(one, next)).toEqual({ from: due, to: next });
        expect(dayOf(one, due)).not.toBe(dayOf(one, next));
      },
    ),
  );
});
