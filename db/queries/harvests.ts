import { eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { harvests, mirroredDays } from '../schema';

export type Harvest = typeof harvests.$inferSelect;

export async function getHarvest(on: Executor, set: string): Promise<Harvest | null> {
  const [row] = await on.select().from(harvests).where(eq(harvests.set, set));
  return row ?? null;
}

export const listHarvests = (on: Executor, sets: string[]): Promise<Harvest[]> =>
  on.select().from(harvests).where(inArray(harvests.set, sets)).orderBy(harvests.set);

type Progress = Omit<Partial<Harvest>, 'set' | 'updatedAt'>;

/**
 * Stores a harvest's progress after its papers, so a page may be processed twice but never lost.
 */
export async function saveHarvest(on: Executor, set: string, progress: Progress): Promise<void> {
  const values = { ...progress, updatedAt: sql`now()` };
  await on
    .insert(harvests)
    .values({ set, ...values })
    .onConflictDoUpdate({ target: harvests.set, set: values });
}

/** Days of another site's list from `from` on that need no further requests. */
export async function listSettledDays(on: Executor, site: string, from: string): Promise<string[]> {
  const rows = await on.execute<{ day: string }>(sql`
    select day::text from mirrored_days where site = ${site} and day >= ${from}::date and settled`);
  return rows.map(({ day }) => day);
}

export async function saveMirroredDay(
  on: Executor,
  day: Pick<typeof mirroredDays.$inferSelect, 'site' | 'day' | 'papers' | 'settled'>,
): Promise<void> {
  const values = { papers: day.papers, settled: day.settled, takenAt: sql`now()` };
  await on
    .insert(mirroredDays)
    .values({ ...day, ...values })
    .onConflictDoUpdate({ target: [mirroredDays.site, mirroredDays.day], set: values });
}

/** The latest days mirrored from a site. */
export const listMirroredDays = (on: Executor, site: string, limit: number) =>
  on
    .select({ day: mirroredDays.day, papers: mirroredDays.papers, takenAt: mirroredDays.takenAt })
    .from(mirroredDays)
    .where(eq(mirroredDays.site, site))
    .orderBy(sql`${mirroredDays.day} desc`)
    .limit(limit);
