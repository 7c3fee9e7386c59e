import type { Transaction } from '@/db/client';
import { findCollectionOwner, setCollectionHidden } from '@/db/queries/collecting';
import { publishInvalidation } from '@/db/queries/invalidation';
import { collectionTag, readerTag } from '@/lib/base/tags';
import type { Context } from '@/lib/web/types';
import type { Done, Why } from './acts';
import { noteAct } from './log-act';
import { lockAndAsk } from './moderating';
import { MODERATION } from './types';

/**
 * Hides a collection or shows it again, in the caller's transaction; null when that would change
 * nothing. Nobody does so to their own.
 */
export async function moveCollection(
  tx: Transaction,
  context: Context,
  id: number,
  { hidden, ...why }: Why & { hidden: boolean },
): Promise<Done | null> {
  const owner = await findCollectionOwner(tx, id);
  if (!owner) return null;
  // Readers before collections, as everywhere.
  await lockAndAsk(tx, context, [owner.id]);
  if (!(await setCollectionHidden(tx, id, hidden))) return null;
  const action = hidden ? 'hide_collection' : 'restore_collection';
  // Not its address, which may be told to few: the log is public.
  const logId = await noteAct(tx, {
    ...why,
    action,
    userId: owner.id,
    details: { collection: id },
  });
  const tags = [collectionTag(owner.key), readerTag(owner.handle)];
  await publishInvalidation(tx, tags);
  return { logId, tags: [MODERATION, ...tags] };
}
