import { expect, test } from 'vitest';
import { formatCount, formatDate, formatDay, formatMoment, formatShortDay } from './dates';

test('a time is shown in the given time zone, not in that of the server', () => {
  expect(formatDate('2026-07-03T23:30:00Z')).toBe('3 Jul 2026');
  expect(formatDate('2026-07-03T23:30:00Z', 'Asia/Tokyo')).toBe('4 Jul 2026');
  expect(formatMoment('2026-07-03T14:05:00Z')).toBe('3 Jul 2026, 14:05 UTC');
});

test('a feed day does not shift', () => {
  expect(formatDay('2026-07-03')).toBe('Friday, 3 July 2026');
  expect(formatShortDay('2026-07-03')).toBe('Fri 3 Jul');
});

test('large counts are grouped', () => {
  expect(formatCount(3303)).toBe('3,303');
});
