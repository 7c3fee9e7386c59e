import { type Transaction, transaction } from '@/db/client';
import { lockAdmins } from '@/db/queries/bans';
import { lockJudged } from '@/db/queries/moderation-acts';
import { attempt, Refused, type Result, refuse } from '@/lib/base/errors';
import type { Context } from '@/lib/web/types';
import { refuseAdministering, refuseJudging, refuseModerating } from './policy';

/** Runs `work` in one transaction for a moderator. */
export async function moderate<T>(
  { viewer }: Context,
  work: (tx: Transaction, actorId: string) => Promise<T>,
): Promise<Result<T>> {
  const refusal = refuseModerating(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  return attempt(() => transaction((tx) => work(tx, viewer.id)));
}

/** Returns the refusal of an act that would change nothing. */
export const nothing = (message: string): Refused => new Refused(refuse('not_found', { message }));

/**
 * Locks users and refuses unless the viewer may moderate each of them. The viewer is read under the
 * lock too: of two moderators who ban each other at once, one is second.
 */
export async function lockAndAsk(tx: Transaction, { viewer }: Context, ids: string[]) {
  const locked = await lockJudged(tx, [...new Set(viewer ? [...ids, viewer.id] : ids)]);
  const now = locked.find(({ id }) => id === viewer?.id);
  const actor = viewer && now ? { ...viewer, role: now.role, banned: now.banned } : null;
  const readers = locked.filter(({ id }) => ids.includes(id));
  for (const reader of readers) {
    const refusal = refuseJudging(actor, reader);
    if (refusal) throw new Refused(refusal);
  }
  return readers;
}

/**
 * Runs `work` in one transaction for an administrator, with all administrators locked: two who
 * remove each other's role at once leave one.
 */
export async function administer<T>(
  { viewer }: Context,
  work: (tx: Transaction, actorId: string, admins: string[]) => Promise<T>,
): Promise<Result<T>> {
  const refusal = refuseAdministering(viewer);
  if (refusal) return refusal;
  return moderate({ viewer }, async (tx, actorId) => {
    const admins = (await lockAdmins(tx)).map(({ id }) => id);
    if (!admins.includes(actorId)) throw new Refused(refuse('forbidden'));
    return work(tx, actorId, admins);
  });
}
