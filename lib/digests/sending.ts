import { transaction } from '@/db/client';
import { claimDelivery, type DueSubscription, listDue, noteMail } from '@/db/queries/deliveries';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { queueMail } from '@/lib/mail/service';
import { readContents } from './contents';
import { digestMail } from './letter';
import { placesOf } from './places';
import { dayOf, lastDue, nextDue, spanOf } from './schedule';
import { subscriptionToken } from './token';
import type { Contents } from './types';

const BATCH = 100;

/**
 * Scheduled job: queues the mails that are due. A mail is claimed by its subscription and day in
 * the transaction that queues it, so delivery is at most once, whenever the process dies. After an
 * outage, each subscription gets the latest mail only. A failed one does not stop the others and is
 * retried.
 */
export async function sendDigests(now = new Date()): Promise<Record<string, number>> {
  const done = { mails: 0, withoutPapers: 0, failed: 0 };
  const known = new Map<string, Promise<Contents>>();
  for (let after: DueSubscription | null = null; ; ) {
    const due: DueSubscription[] = await listDue(now, after, BATCH);
    for (const subscription of due) {
      try {
        const papers = await send(subscription, now, known);
        if (papers > 0) done.mails += 1;
        else if (papers === 0) done.withoutPapers += 1;
      } catch (error) {
        done.failed += 1;
        log.warn({ id: subscription.id, code: errorCode(error) }, 'queueing a digest failed');
      }
    }
    after = due.at(-1) ?? null;
    if (due.length < BATCH || !after) return done;
  }
}

/**
 * Returns the number of papers in the queued mail, 0 without a mail; -1 if another process claimed
 * it.
 */
async function send(
  subscription: DueSubscription,
  now: Date,
  known: Map<string, Promise<Contents>>,
): Promise<number> {
  const { id, nextAt, email, about, topics, cadence, searchName, searchQuery } = subscription;
  const due = lastDue(subscription, now);
  const span = spanOf(subscription, due);
  const contents = await contentsOf(subscription, span, known);
  const day = dayOf(subscription, due);
  const papers = contents.papers.length;
  const mail = await digestMail({
    to: email,
    token: subscriptionToken('end', id),
    plan: subscription,
    about,
    topics,
    searchName,
    own: subscription.userId !== null,
    contents,
    day,
    places: placesOf({
      about,
      topics,
      cadence,
      from: span.from,
      search: searchQuery === null ? null : { name: searchName ?? 'Search', query: searchQuery },
    }),
  });
  return transaction(async (tx) => {
    const following = nextDue(subscription, now);
    if (!(await claimDelivery(tx, { id, nextAt, day, papers, following }))) return -1;
    if (papers > 0) await noteMail(tx, id, day, await queueMail(tx, mail));
    return papers;
  });
}

/** Reads the content for equal subscriptions and spans once per run. */
function contentsOf(
  { about, topics, searchId, userId }: DueSubscription,
  span: { from: Date; to: Date },
  known: Map<string, Promise<Contents>>,
): Promise<Contents> {
  const owner = about === 'follows' || about === 'for_you' ? userId : null;
  const key = JSON.stringify([about, topics, searchId, owner, span]);
  const there = known.get(key);
  if (there) return there;
  const read = readContents({ about, topics, searchId, userId: owner }, span);
  if (known.size > 500) known.clear();
  known.set(key, read);
  return read;
}
