import { expect, test } from 'vitest';
import { isDay, today } from './days';

test.each(['2024-02-29', '2026-07-31', '1991-08-14'])('%s is a day', (day) => {
  expect(isDay(day)).toBe(true);
});

test.each([
  '2023-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-4-1',
  '',
  'today',
  '2026-07-31 ',
])('%j is no day', (day) => {
  expect(isDay(day)).toBe(false);
});

test('the feed day changes at midnight UTC, in any time zone of the machine', () => {
  expect(today(new Date('2026-07-31T23:59:59.999Z'))).toBe('2026-07-31');
  expect(today(new Date('2026-08-01T00:00:00.000Z'))).toBe('2026-08-01');
});
