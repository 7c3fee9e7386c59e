import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { addDays, daysOf, isPeriod, monthBeside, PERIOD_KINDS, periodOf } from './periods';

// From the table of ISO 8601 weeks at the ends of years.
test.each([
  ['2005-01-01', '2004-W53'],
  ['2005-12-31', '2005-W52'],
  ['2007-01-01', '2007-W01'],
  ['2008-12-29', '2009-W01'],
  ['2009-12-31', '2009-W53'],
  ['2010-01-03', '2009-W53'],
  ['2010-01-04', '2010-W01'],
  ['2024-12-30', '2025-W01'],
  ['2026-01-01', '2026-W01'],
  ['2026-07-25', '2026-W30'],
  ['2027-01-03', '2026-W53'],
])('%s is in week %s', (day, week) => {
  expect(periodOf('week', day).at).toBe(week);
});

test.each([
  ['2026-W53', true],
  ['2025-W53', false],
  ['2020-W53', true],
  ['2021-W53', false],
  ['2026-W01', true],
  ['2026-W00', false],
  ['2026-W54', false],
  ['2026-W1', false],
  ['2026-30', false],
  ['2026-w30', false],
])('week %s: %s', (week, exists) => {
  expect(isPeriod('week', week)).toBe(exists);
});

test.each([
  ['2026-02', true],
  ['2026-13', false],
  ['2026-00', false],
  ['2026-2', false],
  ['2026-02-01', false],
])('month %s: %s', (month, exists) => {
  expect(isPeriod('month', month)).toBe(exists);
});

test('a period has its days', () => {
  expect(daysOf({ kind: 'date', at: '2026-07-25' })).toEqual({
    first: '2026-07-25',
    last: '2026-07-25',
  });
  expect(daysOf({ kind: 'week', at: '2026-W53' })).toEqual({
    first: '2026-12-28',
    last: '2027-01-03',
  });
  expect(daysOf({ kind: 'month', at: '2024-02' })).toEqual({
    first: '2024-02-01',
    last: '2024-02-29',
  });
  expect(daysOf({ kind: 'month', at: '2026-12' }).last).toBe('2026-12-31');
});

test('each day is in its own week and month, and in no other', () => {
  const days = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-01-01', n));
  fc.assert(
    fc.property(days, fc.constantFrom(...PERIOD_KINDS), (day, kind) => {
      const period = periodOf(kind, day);
      expect(isPeriod(kind, period.at)).toBe(true);
      const { first, last } = daysOf(period);
      expect(first <= day && day <= last).toBe(true);
      expect(periodOf(kind, first)).toEqual(period);
      expect(periodOf(kind, last)).toEqual(period);
      expect(periodOf(kind, addDays(first, -1))).not.toEqual(period);
      expect(periodOf(kind, addDays(last, 1))).not.toEqual(period);
    }),
  );
});

test('the months beside a month', () => {
  expect(monthBeside('2026-01', -1)).toBe('2025-12');
  expect(monthBeside('2026-12', 1)).toBe('2027-01');
  expect(monthBeside('2026-03', -1)).toBe('2026-02');
  expect(monthBeside('2026-02', 1)).toBe('2026-03');
});
