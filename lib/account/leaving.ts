import { transaction } from '@/db/client';
import { lockAdmins } from '@/db/queries/bans';
import { publishInvalidation } from '@/db/queries/invalidation';
import { deleteReader } from '@/db/queries/leaving';
import { isDemoReader } from '@/db/queries/own-account';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { collectionTag, commentsTag, organizationTag, readerTag, voterTag } from '@/lib/base/tags';
import { recountPapers } from '@/lib/moderation/recounting';
import { MODERATION } from '@/lib/moderation/types';
import { retiredHash } from '@/lib/people/retired';
import type { Context } from '@/lib/web/types';
import { CONFIRMATION, type LeavingInput } from './schema';

/**
 * Deletes the viewer's account in one transaction: everything personal is gone, votes leave counts
 * and scores (closed badges stay, as when a vote is taken back), comments stay without a name or
 * lose their text. Of more than some hundred papers the rest is counted by jobs of the same
 * transaction. Twice is as once. Refuses with `invalid` a wrong confirmation, with `conflict` the
 * only administrator, with `forbidden` a demo reader, who goes with the demo.
 */
export async function leave(
  { viewer }: Context,
  { confirm, comments }: LeavingInput,
): Promise<Result<{ tags: string[] }>> {
  if (!viewer) return refuse('signed_out');
  const wanted = (viewer.handle ?? CONFIRMATION).toLowerCase();
  if (confirm.replace(/^@/, '').toLowerCase() !== wanted) return refuse('invalid');
  return transaction(async (tx) => {
    if (viewer.role === 'admin') {
      const admins = await lockAdmins(tx);
      const others = admins.filter(({ id }) => id !== viewer.id);
      if (admins.length > others.length && others.length === 0) return refuse('conflict');
    }
    if (await isDemoReader(tx, viewer.id)) return refuse('forbidden');
    const left = await deleteReader(tx, {
      userId: viewer.id,
      handleHash: viewer.handle && retiredHash(viewer.handle),
      eraseComments: comments === 'erase',
      keepBadges: true,
    });
    if (!left) return ok({ tags: [] });
    const counted = await recountPapers(tx, left.touched, null);
    const named = [
      MODERATION,
      voterTag(viewer.id),
      ...(viewer.handle ? [readerTag(viewer.handle)] : []),
      ...left.responded.map(commentsTag),
      ...left.organizations.map(organizationTag),
      ...left.collections.map(collectionTag),
    ];
    await publishInvalidation(tx, named);
    return ok({ tags: [...counted, ...named] });
  });
}
