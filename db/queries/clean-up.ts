import { lt, sql } from 'drizzle-orm';
import { db } from '../client';
import { mails, rateLimits, sessions, signInCodes, verificationTokens } from '../schema';
import { deleteOldStars } from './code';
import { deleteOldPlaces } from './exposure';
import { deleteOldChanges } from './page-changes';
import { deleteOldDrafts } from './submissions';
import { deleteUnconfirmed } from './subscriptions';
import { deleteExpiredTokens } from './tokens';
import { deleteOldSlots, deleteOldViews } from './views';

/** Deletes expired rows; returns the number per table. */
export async function deleteExpired(): Promise<Record<string, number>> {
  const [gone, unused, idle, old, views] = await Promise.all([
    db().delete(sessions).where(lt(sessions.expires, sql`now()`)).returning({ one: sql`1` }),
    db()
      .delete(verificationTokens)
      .where(lt(verificationTokens.expires, sql`now()`))
      .returning({ one: sql`1` }),
    // The longest window of a limit is a day, so a bucket unused for two days is full.
    db()
      .delete(rateLimits)
      .where(lt(rateLimits.updatedAt, sql`now() - interval '2 days'`))
      .returning({ one: sql`1` }),
    db()
      .delete(mails)
      .where(lt(mails.createdAt, sql`now() - interval '7 days'`))
      .returning({ one: sql`1` }),
    // Votes per view cover thirty days, exploration three.
    deleteOldViews(35),
    deleteOldPlaces(db(), 35),
    deleteOldSlots(Date.now()),
    deleteOldChanges(),
  ]);
  const codes = await db()
    .delete(signInCodes)
    .where(lt(signInCodes.expires, sql`now()`))
    .returning({ one: sql`1` });
  return {
    sessions: gone.length,
    tokens: unused.length,
    codes: codes.length,
    limits: idle.length,
    // Daily counts of thirteen months; no page shows more.
    stars: await deleteOldStars(400),
    networks: await forgetNetworks(),
    notifications: await deleteOldNotifications(),
    drafts: await deleteOldDrafts(),
    mails: old.length,
    views,
    apiTokens: await deleteExpiredTokens(),
    subscriptions: await deleteUnconfirmed(),
  };
}

/** Rows per statement, to keep each of them short. */
const BATCH = 10_000;

/** Clears the network of votes older than 30 days; returns how many. */
async function forgetNetworks(): Promise<number> {
  for (let total = 0; ; ) {
    const rows = await db().execute(sql`
      update upvotes set network = null
      where (user_id, paper_id) in (
        select user_id, paper_id from upvotes
        where network is not null and created_at < now() - interval '30 days' limit ${BATCH})
        and network is not null
      returning 1`);
    total += rows.length;
    if (rows.length < BATCH) return total;
  }
}

/** Deletes notifications older than half a year; returns how many. */
async function deleteOldNotifications(): Promise<number> {
  for (let total = 0; ; ) {
    // The oldest have the lowest ids.
    const rows = await db().execute(sql`
      delete from notifications where id in (
        select id from notifications order by id limit ${BATCH})
        and created_at < now() - interval '180 days'
      returning 1`);
    total += rows.length;
    if (rows.length < BATCH) return total;
  }
}
