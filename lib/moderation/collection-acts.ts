import type { Transaction } from '@/db/client';
import {
  findCollectionOwner,
  listPapersCollectedBy,
  setCollectionHidden,
} from '@/db/queries/collecting';
import { publishInvalidation } from '@/db/queries/invalidation';
import { purgeCaches } from '@/lib/base/purge';
import { collectedTag, collectionTag, readerTag } from '@/lib/base/tags';
import type { Context } from '@/lib/web/types';
import type { Done, Why } from './acts';
import { noteAct } from './log-act';
import { lockAndAsk } from './moderating';

/**
 * Hides or restores a collection, in the caller's transaction; returns null if that changes
 * nothing. Moderators cannot do so to their own.
 */
export async function moveCollection(
  tx: Transaction,
  context: Context,
  id: number,
  { hidden, ...why }: Why & { hidden: boolean },
): Promise<Done | null> {
  const owner = await findCollectionOwner(tx, id);
  if (!owner) return null;
  // Users are locked before collections, as everywhere.
  await lockAndAsk(tx, context, [owner.id]);
  if (!(await setCollectionHidden(tx, id, hidden))) return null;
  const action = hidden ? 'hide_collection' : 'restore_collection';
  // Without the address, which may be shared with few: the log is public.
  const logId = await noteAct(tx, {
    ...why,
    action,
    userId: owner.id,
    details: { collection: id },
  });
  const papers = await listPapersCollectedBy(tx, owner.id);
  const tags = [collectionTag(owner.key), readerTag(owner.handle), ...papers.map(collectedTag)];
  await publishInvalidation(tx, tags);
  await purgeCaches(tx, tags);
  return { logId };
}
