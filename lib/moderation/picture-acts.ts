import type { Transaction } from '@/db/client';
import { setSourcePicturesRemoved } from '@/db/queries/source-pictures';
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
  const paperId = await setSourcePicturesRemoved(tx, slug, removed);
  if (paperId === null) return null;
  const action = removed ? 'remove_picture' : 'restore_picture';
  return { logId: await noteAct(tx, { ...why, action, paperId }) };
}
