import { transaction } from '@/db/client';
import { lockAdmins } from '@/db/queries/bans';
import { publishInvalidation } from '@/db/queries/invalidation';
import { deleteReader } from '@/db/queries/leaving';
import { isDemoReader } from '@/db/queries/own-account';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { purgeCaches } from '@/lib/base/purge';
import {
  collectionTag,
  commentsTag,
  organizationTag,
  paperTag,
  readerTag,
  voterTag,
} from '@/lib/base/tags';
import { recountPapers } from '@/lib/moderation/recounting';
import { MODERATION } from '@/lib/moderation/types';
import { retiredHash } from '@/lib/people/retired';
import type { Context } from '@/lib/web/types';
import { CONFIRMATION, type LeavingInput } from './schema';

/**
 * Deletes the viewer's account in one transaction: personal data is deleted, votes no longer count
 * (closed badges stay, as after a withdrawn vote), comments lose their author or their text. Beyond
 * some hundred papers, jobs enqueued in the same transaction recount the rest. Idempotent. Refuses
 * a wrong confirmation with `invalid`, the only administrator with `conflict`, and with `forbidden`
 * a demo user, who is deleted with the demo.
 */
export async function leave(
  { viewer }: Context,
  { confirm, comments }: LeavingInput,
): Promise<Result<void>> {
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
    if (!left) return ok(undefined);
    await recountPapers(tx, left.touched, null);
    const tags = [
      MODERATION,
      voterTag(viewer.id),
      ...(viewer.handle ? [readerTag(viewer.handle)] : []),
      ...left.responded.map(commentsTag),
      ...left.organizations.map(organizationTag),
      ...left.collections.map(collectionTag),
    ];
    await publishInvalidation(tx, tags);
    await purgeCaches(tx, [...tags, ...left.touched.map(paperTag)]);
    return ok(undefined);
  });
}
