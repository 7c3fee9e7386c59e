import { db, transaction } from '@/db/client';
import { publishInvalidation } from '@/db/queries/invalidation';
import { getPapersADay, rescoreSome, setHalfLife } from '@/db/queries/rescoring';
import { env } from '@/lib/base/env';
import { FEEDS, SCORES } from '@/lib/base/tags';
import { adviseHalfLife, type HalfLifeAdvice } from './half-life';

/** Papers per transaction: their votes wait for some tens of milliseconds. */
const BATCH = 1_000;

/**
 * Scheduled job: applies a changed TRENDING_HALF_LIFE and rewrites all scores in batches while the
 * site runs. Continues an interrupted run.
 */
export async function rescoreAll(
  halfLife: number = env().TRENDING_HALF_LIFE,
  now = Date.now(),
): Promise<{ papers: number }> {
  const counts = { papers: 0 };
  if (!(await transaction((tx) => setHalfLife(tx, halfLife, now)))) return counts;
  for (;;) {
    const papers = await transaction((tx) => rescoreSome(tx, BATCH));
    if (papers === 0) break;
    counts.papers += papers;
  }
  await publishInvalidation(db(), [FEEDS, SCORES]);
  return counts;
}

/** Returns advice on the half-life for this site's papers a day; null if none is needed. */
export async function getHalfLifeAdvice(): Promise<HalfLifeAdvice | null> {
  const papersADay = await getPapersADay(db());
  return papersADay === null ? null : adviseHalfLife(papersADay, env().TRENDING_HALF_LIFE);
}
