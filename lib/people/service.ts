import { getHolder } from '@/db/queries/accounts';
import { setHandle, takenHandles } from '@/db/queries/people';
import type { Context } from '@/lib/auth/types';
import { errorCode, ok, type Result, refuse } from '@/lib/errors';
import { proposeHandles } from './handles';
import type { HandleInput } from './schema';

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

/** A few free handles that the viewer may like. */
export async function suggestHandles({ viewer }: Context, most = 4): Promise<string[]> {
  const holder = viewer && (await getHolder(viewer.id));
  if (!holder) return [];
  const proposals = proposeHandles(holder.name, holder.email);
  const taken = new Set(await takenHandles(proposals));
  return proposals.filter((proposal) => !taken.has(proposal)).slice(0, most);
}
