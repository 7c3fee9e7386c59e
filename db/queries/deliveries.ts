import { type SQL, sql } from 'drizzle-orm';
import type { Cadence, Subject } from '@/lib/digests/types';
import { db, type Executor, type Transaction } from '../client';
import { followedPapers } from './following';

export type DueSubscription = {
  id: string;
  userId: string | null;
  /** The user's current address, or that of the subscription. */
  email: string;
  cadence: Cadence;
  hour: number;
  timeZone: string;
  about: Subject;
  topics: string[];
  searchId: number | null;
  searchName: string | null;
  /** The search as a query string: `q=heat&topic=math.AP`. */
  searchQuery: string | null;
  /** As Postgres formats it, for comparison. */
  nextAt: string;
};

/** Due subscriptions, longest overdue first; `after` is the last one of the previous batch. */
export async function listDue(
  now: Date,
  after: { nextAt: string; id: string } | null,
  limit: number,
): Promise<DueSubscription[]> {
  const rows = await db().execute<DueSubscription>(sql`
    select s.id, s.user_id as "userId", coalesce(u.email, s.email) as email, s.cadence, s.hour,
      s.time_zone as "timeZone", s.about, s.topics, s.search_id::double precision as "searchId",
      n.name as "searchName", n.query as "searchQuery", s.next_at::text as "nextAt"
    from subscriptions s
    left join users u on u.id = s.user_id
    left join saved_searches n on n.id = s.search_id
    where s.confirmed_at is not null and s.paused_at is null and s.next_at <= ${now.toISOString()}::timestamptz
      and (${after?.nextAt ?? null}::timestamptz is null
        or (s.next_at, s.id) > (${after?.nextAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      and (s.user_id is null or (u.email is not null and u.email_verified is not null
        and (u.banned_at is null or u.banned_until <= now())))
    order by s.next_at, s.id limit ${limit}`);
  return [...rows];
}

type Claim = { id: string; nextAt: string; day: string; papers: number; following: Date };

/**
 * Claims a subscription's email of a day and schedules the next one. Returns false if another
 * process or an earlier run has claimed it.
 */
export async function claimDelivery(tx: Transaction, claim: Claim): Promise<boolean> {
  const { id, nextAt, day, papers, following } = claim;
  const moved = await tx.execute(sql`
    update subscriptions set next_at = ${following.toISOString()}::timestamptz
    where id = ${id}::uuid and next_at = ${nextAt}::timestamptz and paused_at is null
    returning 1`);
  if (moved.length === 0) return false;
  const claimed = await tx.execute(sql`
    insert into deliveries (subscription_id, day, papers)
    values (${id}::uuid, ${day}::date, ${papers}) on conflict do nothing returning 1`);
  return claimed.length === 1;
}

export async function noteMail(tx: Transaction, id: string, day: string, mailId: string) {
  await tx.execute(sql`
    update deliveries set mail_id = ${mailId}::uuid
    where subscription_id = ${id}::uuid and day = ${day}::date`);
}

/** Pauses the subscription of an email whose address was permanently rejected. */
export async function pauseByMail(on: Executor, mailId: string): Promise<void> {
  await on.execute(sql`
    update subscriptions s set paused_at = now()
    from deliveries d where d.mail_id = ${mailId}::uuid and s.id = d.subscription_id
      and s.paused_at is null`);
}

type Span = { from: Date; to: Date };
type Wanted = {
  about: Subject;
  topics: string[];
  searchId: number | null;
  userId: string | null;
};

const within = (at: SQL, { from, to }: Span): SQL =>
  sql`${at} > ${from.toISOString()}::timestamptz and ${at} <= ${to.toISOString()}::timestamptz`;

/** Limits how many papers from followed sources are considered for one email. */
const FOLLOWED = { limit: 400, offset: 0 };

/** Selects the ids of the papers in a span that a subscription covers. */
function papersOf({ about, topics, searchId, userId }: Wanted, span: Span): SQL {
  if (about === 'topics') {
    return sql`select distinct paper_id as id from paper_topics
      where topic = any(${sql.param(topics)}::text[]) and ${within(sql`submitted_at`, span)}`;
  }
  if (about === 'search') {
    return sql`select m.paper_id as id from saved_search_matches m join papers p on p.id = m.paper_id
      where m.search_id = ${searchId} and p.trending is not null
        and ${within(sql`p.submitted_at`, span)}`;
  }
  if (about === 'follows') {
    return sql`select f.id::bigint from (${followedPapers(userId ?? '', 'new', FOLLOWED)}) f
      where ${within(sql`f.at`, span)}`;
  }
  return sql`select id from papers where trending is not null and ${within(sql`submitted_at`, span)}`;
}

/** Returns the top papers of a span by trending, and how many papers it has. */
export async function listForDigest(
  wanted: Wanted,
  span: Span,
  limit: number,
): Promise<{ ids: number[]; total: number }> {
  const rows = await db().execute<{ id: number; total: number }>(sql`
    select p.id::double precision as id, count(*) over ()::int as total
    from (${papersOf(wanted, span)}) found join papers p on p.id = found.id
    where p.trending is not null
    order by p.trending desc, p.shuffle, p.id limit ${limit}`);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

export type DeliveryCounts = { state: string; count: number };

/** Counts emails of the last seven days by state; `unknown`: possibly sent, and not retried. */
export async function countDeliveries(): Promise<DeliveryCounts[]> {
  const rows = await db().execute<DeliveryCounts>(sql`
    select case
        when d.papers = 0 then 'without papers'
        when m.id is null then 'no longer kept'
        when m.status = 'sending' and d.created_at < now() - interval '10 minutes' then 'unknown'
        else m.status end as state,
      count(*)::int as count
    from deliveries d left join mails m on m.id = d.mail_id
    where d.created_at > now() - interval '7 days'
    group by 1 order by 2 desc`);
  return [...rows];
}
