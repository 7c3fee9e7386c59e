import { type Transaction, transaction } from '@/db/client';
import { lockJudged } from '@/db/queries/moderation-acts';
import type { Context } from '@/lib/auth/types';
import { ok, type Refusal, type Result, refuse } from '@/lib/errors';
import { refuseJudging, refuseModerating } from './policy';

/** What was done, and the cache tags that are out of date since. */
export type Moderated = { tags: string[] };

/** A refusal found inside a transaction, which it rolls back. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/** Does `work` in one transaction for a viewer who may moderate. */
export async function moderate<T>(
  { viewer }: Context,
  work: (tx: Transaction, actorId: string) => Promise<T>,
): Promise<Result<T>> {
  const refusal = refuseModerating(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  try {
    return ok(await transaction((tx) => work(tx, viewer.id)));
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** There is nothing that this act would change. */
export const nothing = (message: string): Refused => new Refused(refuse('not_found', { message }));

/** Locks readers and refuses unless the viewer may judge each of them. */
export async function lockAndAsk(tx: Transaction, { viewer }: Context, ids: string[]) {
  const readers = await lockJudged(tx, [...new Set(ids)]);
  for (const reader of readers) {
    const refusal = refuseJudging(viewer, reader);
    if (refusal) throw new Refused(refusal);
  }
  return readers;
}
