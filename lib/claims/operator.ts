import { type Transaction, transaction } from '@/db/client';
import { lockPlace } from '@/db/queries/claims';
import { refuse } from '@/lib/base/errors';
import { type OperatorResult, withReader } from '@/lib/moderation/operator';
import { confirmPlace, releasePlace } from './acts';

/** A claim that the operator decides with `npm run admin`; the log names the site as the actor. */

type Claim = { slug: string; position: number; reason: string };

/** Confirms a user as the author at a position of a paper, counted from 1. */
export async function confirmAuthor(handle: string, claim: Claim): Promise<OperatorResult> {
  const done = await withReader(handle, (tx, { id }) => assignClaim(tx, claim, id));
  if (!done.ok || done.data.changed) return done;
  return refuse('not_found', { message: 'There is no such paper or position.' });
}

/** Removes the confirmed author from a position, counted from 1. */
export const releaseAuthor = (claim: Claim): Promise<boolean> =>
  transaction((tx) => assignClaim(tx, claim, null));

/** Returns false if the paper has no such position. */
async function assignClaim(
  tx: Transaction,
  { slug, position, reason }: Claim,
  userId: string | null,
): Promise<boolean> {
  const place = await lockPlace(tx, { slug, position: position - 1 });
  if (!place) return false;
  const why = { actorId: null, reason };
  if (userId) await confirmPlace(tx, place, { ...why, userId });
  else await releasePlace(tx, place, { ...why, userId: place.holderId });
  return true;
}
