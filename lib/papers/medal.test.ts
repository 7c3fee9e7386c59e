import { expect, it } from 'vitest';
import { currentMedal, medalOf } from './medal';
import type { Badge } from './types';

const badge = (period: Badge['period'], start: string, rank: Badge['rank']): Badge => ({
  period,
  start,
  rank,
});
/** A Wednesday. */
const DAY = '2026-07-15';

it.each([
  ['yesterday', [badge('day', '2026-07-14', 2)], 'day'],
  ['the day before', [badge('day', '2026-07-13', 1)], undefined],
  ['last week', [badge('week', '2026-07-06', 3)], 'week'],
  ['the week before', [badge('week', '2026-06-29', 1)], undefined],
  ['last month', [badge('month', '2026-06-01', 1)], 'month'],
  ['two months ago', [badge('month', '2026-05-01', 1)], undefined],
  [
    'a better day than week',
    [badge('week', '2026-07-06', 2), badge('day', '2026-07-14', 1)],
    'day',
  ],
  ['as good a month', [badge('day', '2026-07-14', 1), badge('month', '2026-06-01', 1)], 'month'],
  ['nothing', [], undefined],
])('a feed shows the medal of %s', (_name, badges, period) => {
  expect(currentMedal(badges, DAY)?.period).toBe(period);
});

it('a period shows its own medal, however old', () => {
  const old = badge('week', '2025-01-06', 1);
  expect(medalOf([badge('day', '2025-01-06', 1), old], { kind: 'week', at: '2025-W02' })).toBe(old);
  expect(medalOf([old], { kind: 'week', at: '2025-W03' })).toBeNull();
});
