import { transaction } from '@/db/client';
import { enqueue } from '@/lib/base/enqueue';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { SCHEDULED } from '@/lib/base/schedule';
import { refuseAdministering } from '@/lib/moderation/policy';
import type { Context } from '@/lib/web/types';

/** Runs a scheduled job as soon as possible; a second request before it starts has no effect. */
export async function runJob({ viewer }: Context, { job }: { job: string }): Promise<Result<void>> {
  const refusal = refuseAdministering(viewer);
  if (refusal) return refusal;
  const task = SCHEDULED.find((name) => name === job);
  if (!task) return refuse('not_found');
  const terms = { key: `now:${task}`, queue: task };
  await transaction((tx) => enqueue(tx, task, { _by: 'operator' }, terms));
  return ok(undefined);
}
