import { db, transaction } from '@/db/client';
import { deleteSearch as deleteRow, insertSearch, updateSearch } from '@/db/queries/saved-searches';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { matchNow } from './matching';
import { type ChangeInput, MOST_SEARCHES, type SaveInput } from './schema';

const taken = () =>
  refuse('taken', { fields: { name: 'You have a saved search of this name already.' } });

/**
 * Saves a search under a name that is unique for the viewer, and matches papers of the last weeks.
 */
export async function saveSearch(
  { viewer }: Context,
  input: SaveInput,
): Promise<Result<{ id: number }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const userId = viewer.id;
  const saved = await transaction((tx) => insertSearch(tx, { userId, ...input }, MOST_SEARCHES));
  if (saved === 'taken') return taken();
  if (saved === 'full') {
    return refuse('conflict', { message: `There can be ${MOST_SEARCHES} saved searches.` });
  }
  await matchNow({ id: saved, query: input.query });
  return ok({ id: saved });
}

/** Renames one of the viewer's searches, or turns its marks on and off. */
export async function changeSearch(
  { viewer }: Context,
  input: ChangeInput,
): Promise<Result<{ id: number }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const outcome = await transaction((tx) => updateSearch(tx, viewer.id, input));
  if (outcome === 'taken') return taken();
  return outcome === 'ok' ? ok({ id: input.id }) : refuse('not_found');
}

/** Deletes one of the viewer's searches; mails about it end. */
export async function deleteSearch(
  { viewer }: Context,
  { id }: { id: number },
): Promise<Result<{ id: number }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return (await deleteRow(db(), viewer.id, id)) ? ok({ id }) : refuse('not_found');
}
