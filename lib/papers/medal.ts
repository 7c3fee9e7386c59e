import { addDays, daysOf, type Period, periodOf } from './periods';
import type { Badge } from './types';

/** Returns the day, week or month of a badge, as feeds name it. */
export const periodOfBadge = ({ period, start }: Badge): Period =>
  periodOf(period === 'day' ? 'date' : period, start);

/**
 * Returns the medal for a feed: among the last completed day, week and month at `day` (YYYY-MM-DD),
 * the best rank, and the longer period of equal ones. Older badges are on the paper's page only.
 */
export function currentMedal(badges: readonly Badge[], day: string): Badge | null {
  const current = badges.filter((badge) => {
    const { kind, at } = periodOfBadge(badge);
    const { first } = daysOf(periodOf(kind, day));
    return periodOf(kind, addDays(first, -1)).at === at;
  });
  const length = { day: 0, week: 1, month: 2 };
  return current.sort((a, b) => a.rank - b.rank || length[b.period] - length[a.period])[0] ?? null;
}

/** Returns the medal of the period that a feed shows. */
export const medalOf = (badges: readonly Badge[], period: Period): Badge | null =>
  badges.find((badge) => {
    const { kind, at } = periodOfBadge(badge);
    return kind === period.kind && at === period.at;
  }) ?? null;
