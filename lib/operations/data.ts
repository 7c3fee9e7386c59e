import { db } from '@/db/client';
import { listHarvests, listMirroredDays } from '@/db/queries/harvests';
import { getBacklog, listQueued, listRuns, listSourceStates } from '@/db/queries/operations';
import { env } from '@/lib/base/env';
import { nextStart, SCHEDULED } from '@/lib/base/schedule';
import { mirroredSite } from '@/lib/ingest/mirror';
import { getHalfLifeAdvice } from '@/lib/ranking/rescoring';
import { withDeadline } from '@/lib/web/deadline';
import type { ScheduledJob } from './types';

/** Runs of each job on the page. */
const RUNS_SHOWN = 10;
const DAYS_SHOWN = 3;

/** Returns the state of jobs, queue and sources; the caller checks the permission. */
export async function getOperations(now = new Date()) {
  const { HARVEST_SETS = [], MIRROR_DAILY } = env();
  return withDeadline(async () => {
    const [runs, queued, backlog, sources, harvests, mirrored, halfLife] = await Promise.all([
      listRuns(db(), SCHEDULED, RUNS_SHOWN),
      listQueued(db(), SCHEDULED),
      getBacklog(db()),
      listSourceStates(db()),
      HARVEST_SETS.length > 0 ? listHarvests(db(), HARVEST_SETS) : [],
      MIRROR_DAILY ? listMirroredDays(db(), mirroredSite(), DAYS_SHOWN) : [],
      getHalfLifeAdvice(),
    ]);
    const jobs = SCHEDULED.map(
      (name): ScheduledJob => ({
        name,
        runs: runs.filter(({ job }) => job === name),
        queued: queued.filter(({ job }) => job === name),
        next: nextStart(name, now)?.toISOString() ?? null,
      }),
    );
    return { jobs, backlog, sources, harvests, mirrored, halfLife };
  });
}
