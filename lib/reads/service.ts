import { db } from '@/db/client';
import { saveReads } from '@/db/queries/reads';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import type { ReadInput } from './schema';

/** Marks papers as read by the viewer, or as unread. Private, and on no stored page. */
export async function setRead({ viewer }: Context, input: ReadInput): Promise<Result<ReadInput>> {
  const refusal = refuseWriting(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  await saveReads(db(), viewer.id, input);
  return ok(input);
}
