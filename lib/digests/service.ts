import { db, transaction } from '@/db/client';
import { ownsSearch } from '@/db/queries/saved-searches';
import {
  confirmPending,
  deleteSubscription,
  insertOwn,
  insertPending,
  updateOwn,
} from '@/db/queries/subscriptions';
import { parseEmail } from '@/lib/base/email-address';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { queueMail } from '@/lib/mail/service';
import { isMember, refuseWriting } from '@/lib/web/policy';
import { takeMailLimit } from '@/lib/web/rate-limit';
import type { Context } from '@/lib/web/types';
import { confirmMail } from './confirm-mail';
import { nextDue } from './schedule';
import { type AddressInput, MOST_SUBSCRIPTIONS, type SubscriptionInput } from './schema';
import { readToken, subscriptionToken } from './token';

/**
 * Mails an address a request for confirmation. Response and work are the same whether or not a user
 * has the address. It gets no other mail before it is confirmed.
 */
export async function subscribeAddress(
  _context: Context,
  { email: typed, topics, ...plan }: AddressInput,
): Promise<Result<{ email: string }>> {
  const email = parseEmail(typed);
  if (!email) {
    return refuse('invalid', { fields: { email: 'This is not one e-mail address.' } });
  }
  const limited = await takeMailLimit(email);
  if (limited) return limited;
  const about = topics.length > 0 ? 'topics' : 'everything';
  await transaction(async (tx) => {
    const nextAt = nextDue(plan, new Date());
    const id = await insertPending(tx, { email, ...plan, about, topics, nextAt });
    const token = subscriptionToken('confirm', id);
    await queueMail(tx, confirmMail({ to: email, token, plan, about, topics }));
  });
  return ok({ email });
}

/** Confirms a subscription by the token from its mail. Idempotent. */
export async function confirmSubscription(token: string): Promise<Result<{ id: string }>> {
  const id = readToken('confirm', token);
  if (!id) return refuse('not_found');
  const row = await transaction((tx) =>
    confirmPending(tx, id, (plan) => nextDue(plan, new Date())),
  );
  return row ? ok({ id }) : refuse('not_found');
}

/** Ends a subscription by the token from any of its mails. Idempotent. */
export async function endSubscription(token: string): Promise<Result<{ id: string }>> {
  const id = readToken('end', token);
  if (!id) return refuse('not_found');
  await deleteSubscription(db(), id);
  return ok({ id });
}

/** Subscribes the viewer, whose address is already confirmed. */
export async function addSubscription(
  { viewer }: Context,
  input: SubscriptionInput,
): Promise<Result<{ cadence: string }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const wanted = await readWanted(viewer.id, input);
  if (!wanted) return refuse('not_found');
  const now = new Date();
  const row = { ...wanted, userId: viewer.id, nextAt: nextDue(input, now), confirmedAt: now };
  const added = await transaction((tx) => insertOwn(tx, row, MOST_SUBSCRIPTIONS));
  if (added) return ok({ cadence: input.cadence });
  return refuse('conflict', {
    message: `You have ${MOST_SUBSCRIPTIONS} subscriptions, which is the most there can be.`,
  });
}

/** Updates a subscription of the viewer, and resumes it if mails to its address had bounced. */
export async function changeSubscription(
  { viewer }: Context,
  { id, ...input }: SubscriptionInput & { id: string },
): Promise<Result<{ id: string }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const wanted = await readWanted(viewer.id, input);
  if (!wanted) return refuse('not_found');
  const nextAt = nextDue(input, new Date());
  const changed = await updateOwn(db(), viewer.id, id, { ...wanted, nextAt, pausedAt: null });
  return changed ? ok({ id }) : refuse('not_found');
}

/** Deletes a subscription of the viewer. */
export async function removeSubscription(
  { viewer }: Context,
  { id }: { id: string },
): Promise<Result<{ id: string }>> {
  // Banned users may unsubscribe, too.
  if (!viewer) return refuse('signed_out');
  return (await deleteSubscription(db(), id, viewer.id)) ? ok({ id }) : refuse('not_found');
}

/** Returns the columns of a subscription; null if its saved search belongs to another user. */
async function readWanted(userId: string, input: SubscriptionInput) {
  const { search, topics, ...plan } = input;
  if (input.about === 'search' && !(await ownsSearch(db(), userId, search ?? 0))) return null;
  return {
    ...plan,
    topics: input.about === 'topics' ? topics : [],
    searchId: input.about === 'search' ? (search ?? null) : null,
  };
}
