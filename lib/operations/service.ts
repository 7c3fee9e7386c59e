import { transaction } from '@/db/client';
import { enqueue } from '@/lib/base/enqueue';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { SCHEDULED } from '@/lib/base/schedule';
import { refuseAdministering } from '@/lib/moderation/policy';
import type { Context } from '@/lib/web/types';

/** Has a job by the clock run as soon as it can; asked twice before it has begun, it runs once. */
export async function runJob(
  { viewer }: Context,
  { job }: { job: string },
): Promise<Result<{ tags: string[] }>> {
  const refusal = refuseAdministering(viewer);
  if (refusal) return refusal;
  const task = SCHEDULED.find((name) => name === job);
  if (!task) return refuse('not_found');
  const terms = { key: `now:${task}`, queue: task };
  await transaction((tx) => enqueue(tx, task, { _by: 'operator' }, terms));
  return ok({ tags: [] });
}
