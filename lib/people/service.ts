import { transaction } from '@/db/client';
import { getHolder } from '@/db/queries/accounts';
import { publishInvalidation } from '@/db/queries/invalidation';
import { setVotesPrivate as keepVotesPrivate, setHandle, takenHandles } from '@/db/queries/people';
import { isMember, refuseWriting } from '@/lib/auth/policy';
import type { Context } from '@/lib/auth/types';
import { errorCode, ok, type Result, refuse } from '@/lib/errors';
import { voterTag } from '@/lib/http/tags';
import { proposeHandles } from './handles';
import type { HandleInput, PrivacyInput } from './schema';

const UNIQUE_VIOLATION = '23505';

/** Gives a new reader the handle that was picked; it is the reader's from then on. */
export async function pickHandle(
  { viewer }: Context,
  { handle }: HandleInput,
): Promise<Result<{ handle: string }>> {
  if (!viewer) return refuse('signed_out');
  if (viewer.banned) return refuse('banned');
  if (viewer.handle) return refuse('conflict', { message: 'You have a handle already.' });
  try {
    const set = await setHandle(viewer.id, handle);
    return set ? ok({ handle }) : refuse('conflict', { message: 'You have a handle already.' });
  } catch (error) {
    if (errorCode(error) !== UNIQUE_VIOLATION) throw error;
    return refuse('taken', { message: `“${handle}” is taken. Pick another one.` });
  }
}

/**
 * Whether the viewer's upvotes are counted only, and named nowhere. Every page that names them
 * among those who upvoted is out of date then; answers its tag.
 */
export async function setVotesPrivate(
  { viewer }: Context,
  { votesPrivate }: PrivacyInput,
): Promise<Result<{ votesPrivate: boolean; tag: string }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const tag = voterTag(viewer.id);
  await transaction(async (tx) => {
    const changed = await keepVotesPrivate(tx, viewer.id, votesPrivate);
    if (changed) await publishInvalidation(tx, [tag]);
  });
  return ok({ votesPrivate, tag });
}

/** A few free handles that the viewer may like. */
export async function suggestHandles({ viewer }: Context, most = 4): Promise<string[]> {
  const holder = viewer && (await getHolder(viewer.id));
  if (!holder) return [];
  const proposals = proposeHandles(holder.name, holder.email);
  const taken = new Set(await takenHandles(proposals));
  return proposals.filter((proposal) => !taken.has(proposal)).slice(0, most);
}
