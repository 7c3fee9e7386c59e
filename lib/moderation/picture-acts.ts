import type { Transaction } from '@/db/client';
import { publishInvalidation } from '@/db/queries/invalidation';
import type { Judged } from '@/db/queries/moderation-acts';
import { setAvatar } from '@/db/queries/people';
import { getAvatar, listSourcePictures, markPicturesRemoved } from '@/db/queries/pictures';
import { setSourcePicturesRemoved } from '@/db/queries/source-pictures';
import { purgeCaches } from '@/lib/base/purge';
import { pictureTag, readerTag, voterTag } from '@/lib/base/tags';
import type { Done, Why } from './acts';
import { noteAct } from './log-act';

/**
 * Removes or restores a paper's picture from another site, in the caller's transaction; null if
 * that changes nothing.
 */
export async function turnPicture(
  tx: Transaction,
  slug: string,
  { removed, ...why }: Why & { removed: boolean },
): Promise<Done | null> {
  const pictures = removed ? await listSourcePictures(tx, slug) : [];
  const paperId = await setSourcePicturesRemoved(tx, slug, removed);
  if (paperId === null) return null;
  await markPicturesRemoved(tx, pictures);
  await purgeCaches(tx, pictures.map(pictureTag));
  const action = removed ? 'remove_picture' : 'restore_picture';
  return { logId: await noteAct(tx, { ...why, action, paperId }) };
}

/** Removes a locked user's avatar, in the caller's transaction; null if there is none. */
export async function withoutAvatar(
  tx: Transaction,
  reader: Judged,
  why: Why,
): Promise<Done | null> {
  const picture = await getAvatar(tx, reader.id);
  if (!(await setAvatar(tx, reader.id, null))) return null;
  if (picture) {
    await markPicturesRemoved(tx, [picture]);
    await purgeCaches(tx, [pictureTag(picture)]);
  }
  await publishInvalidation(tx, [
    voterTag(reader.id),
    ...(reader.handle ? [readerTag(reader.handle)] : []),
  ]);
  return { logId: await noteAct(tx, { ...why, action: 'remove_avatar', userId: reader.id }) };
}
