import { type SQL, sql } from 'drizzle-orm';
import { PATTERNS } from '@/lib/moderation/types';
import type { Role } from '@/lib/web/types';
import { type Database, type Executor, type Transaction, transaction } from '../client';
import { dismissedPatterns, patternLooks } from '../schema';
import type { StoredFinding } from '../schema/moderation';
import { type Crowd, type CrowdKind, listCrowds } from './moderation-crowds';
import { countedVote } from './ranking';

/** Patterns of one kind that are examined, largest first. */
const MOST_PATTERNS = 50;
/** Pairs of users that are joined into rings. */
const MOST_PAIRS = 2_000;
/** Later votes on a paper that one vote is compared with; bounds the work. */
const NEIGHBOURS = 8;

const n = (value: number) => sql.raw(String(value));
const part = (share: number) => sql.raw(`${share}::double precision`);

/** Counted votes of the examined days, gathered once for all detectors. */
const GATHER = sql`
  create temporary table recent on commit drop as
  select v.user_id, v.paper_id, v.created_at, v.network, u.mailbox_key as mailbox,
    (u.created_at at time zone 'UTC')::date as joined
  from upvotes v join users u on u.id = v.user_id
  where v.created_at > now() - interval '${n(PATTERNS.days)} days' and u.banned_at is null
    and not exists (
      select from excluded_votes x where x.user_id = v.user_id and x.paper_id = v.paper_id)`;

/** Time limit of one run in milliseconds; it reads all votes of the last days. */
export const PATIENCE = 15_000;

type Found = {
  pairs: NetworkPair[];
  focused: Focus[];
  mutual: Mutual[];
  crowds: Record<CrowdKind, Crowd[]>;
};

/**
 * Runs all detectors sequentially on one connection, with time and memory limits of their own: a
 * million votes are more than a request usually reads.
 */
export const findPatterns = (on?: Database): Promise<Found> =>
  transaction(async (tx) => {
    await tx.execute(sql`
      select set_config('statement_timeout', ${String(PATIENCE)}, true),
        set_config('work_mem', '64MB', true)`);
    await tx.execute(GATHER);
    await tx.execute(sql`analyze recent`);
    return {
      pairs: await listNetworkPairs(tx),
      focused: await listFocused(tx),
      mutual: await listMutual(tx),
      crowds: {
        mailbox: await listCrowds(tx, sql`mailbox`, PATTERNS.mailbox),
        crowd: await listCrowds(tx, sql`network`, PATTERNS.crowd),
        newcomers: await listCrowds(tx, sql`joined`, PATTERNS.newcomers),
      },
    };
  }, on);

export type NetworkPair = { network: string; a: string; b: string; papers: number[] };

/** Pairs of users who voted for the same papers from one network within a minute. */
async function listNetworkPairs(on: Executor): Promise<NetworkPair[]> {
  const { seconds, papers } = PATTERNS.network;
  return on.execute<NetworkPair>(sql`
    with shared as (
      select network, paper_id from recent where network is not null
      group by network, paper_id having count(*) > 1
    ),
    followed as (
      select network, paper_id, user_id, created_at,
        array_agg(user_id) over next_votes as users, array_agg(created_at) over next_votes as times
      from recent join shared using (network, paper_id)
      window next_votes as (partition by network, paper_id order by created_at
        rows between 1 following and ${n(NEIGHBOURS)} following)
    )
    select network, least(f.user_id, x.user_id) as a, greatest(f.user_id, x.user_id) as b,
      array_agg(distinct paper_id::double precision) as papers
    from followed f, unnest(f.users, f.times) x (user_id, at)
    where x.at - f.created_at <= interval '${n(seconds)} seconds' and x.user_id <> f.user_id
    group by 1, 2, 3
    having count(distinct paper_id) >= ${n(papers)}
    order by count(distinct paper_id) desc, 2, 3
    limit ${n(MOST_PAIRS)}`);
}

export type Focus = { reader: string; subject: string; votes: number; papers: number[] };

/**
 * Users whose votes went almost only to one author or organization. Such a target has at least as
 * many papers as votes of one user, so targets with fewer papers are skipped before votes are
 * counted.
 */
async function listFocused(on: Executor): Promise<Focus[]> {
  const { votes, share } = PATTERNS.focus;
  return on.execute<Focus>(sql`
    with voters as materialized (
      select user_id, count(*) as votes from recent group by user_id having count(*) >= ${n(votes)}
    ),
    voted as materialized (
      select distinct paper_id from recent join voters using (user_id)
    ),
    subjects as materialized (
      select a.paper_id, lower(a.name) as subject from voted join paper_authors a using (paper_id)
      union all
      select p.id, lower(o.name) from voted
      join papers p on p.id = voted.paper_id join organizations o on o.id = p.organization_id
    ),
    prolific as materialized (
      select subject, count(distinct paper_id) as papers from subjects
      group by subject having count(distinct paper_id) >= ${n(Math.ceil(votes * share))}
    ),
    candidates as materialized (
      select distinct s.paper_id, s.subject, p.papers from subjects s join prolific p using (subject)
    ),
    focused as materialized (
      select distinct on (r.user_id) r.user_id, c.subject, count(*)::int as votes
      from recent r join voters v using (user_id)
      join candidates c on c.paper_id = r.paper_id and c.papers >= v.votes * ${part(share)}
      group by r.user_id, c.subject, v.votes
      having count(*) >= v.votes * ${part(share)}
      order by r.user_id, count(*) desc, c.subject
    )
    select f.user_id as reader, f.subject, f.votes, array(
      select r.paper_id::double precision from recent r join candidates c using (paper_id)
      where r.user_id = f.user_id and c.subject = f.subject order by r.created_at desc
    ) as papers
    from (select * from focused order by votes desc, user_id limit ${n(MOST_PATTERNS)}) f
    order by f.votes desc, reader`);
}

export type Mutual = { a: string; b: string; forB: number[]; forA: number[] };

/** Pairs of users who each gave many of their votes to the other's submissions or papers. */
async function listMutual(on: Executor): Promise<Mutual[]> {
  const { votes, share } = PATTERNS.mutual;
  return on.execute<Mutual>(sql`
    with owners as materialized (
      select id as paper_id, submitted_by as owner from papers where submitted_by is not null
      union
      select paper_id, user_id from paper_authors where user_id is not null
    ),
    own as materialized (select distinct owner from owners),
    cast_by_owners as materialized (
      select r.user_id, r.paper_id, r.created_at from recent r join own on own.owner = r.user_id
    ),
    voters as materialized (
      select user_id, count(*) as votes from cast_by_owners group by user_id
    ),
    favours as materialized (
      select r.user_id as voter, o.owner, count(*) as votes
      from cast_by_owners r join owners o using (paper_id)
      where o.owner <> r.user_id
      group by r.user_id, o.owner
      having count(*) >= ${n(votes)}
    ),
    pairs as materialized (
      select x.voter as a, x.owner as b
      from favours x
      join favours y on y.voter = x.owner and y.owner = x.voter and x.voter < y.voter
      join voters of_a on of_a.user_id = x.voter join voters of_b on of_b.user_id = y.voter
      where x.votes >= of_a.votes * ${part(share)} and y.votes >= of_b.votes * ${part(share)}
      order by x.votes + y.votes desc, a, b
      limit ${n(MOST_PATTERNS)}
    )
    select a, b, ${favoursOf(sql`a`, sql`b`)} as "forB", ${favoursOf(sql`b`, sql`a`)} as "forA"
    from pairs`);
}

/** Papers of `owner` that `voter` voted for, latest vote first. */
const favoursOf = (voter: SQL, owner: SQL): SQL => sql`array(
  select r.paper_id::double precision from cast_by_owners r join owners o using (paper_id)
  where r.user_id = pairs.${voter} and o.owner = pairs.${owner} order by r.created_at desc)`;

export type VoteFact = {
  userId: string;
  handle: string | null;
  role: Role;
  paperId: number;
  slug: string;
  title: string;
  at: string;
};

const voteFact = sql`
  v.user_id as "userId", u.handle, u.role, p.id::double precision as "paperId", p.slug, p.title,
  to_char(v.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`;

/** The user, paper and time (ISO 8601) of these votes, if counted. */
export async function listVoteFacts(
  on: Executor,
  votes: { userId: string; paperId: number }[],
): Promise<VoteFact[]> {
  return on.execute<VoteFact>(sql`
    select ${voteFact} from unnest(${`{${votes.map((vote) => vote.userId)}}`}::uuid[],
      ${`{${votes.map((vote) => vote.paperId)}}`}::bigint[]) asked (user_id, paper_id)
    join upvotes v using (user_id, paper_id)
    join users u on u.id = v.user_id
    join papers p on p.id = v.paper_id
    where ${countedVote('v')}
    order by v.created_at, u.handle`);
}

/** Latest votes by a user or on a paper that are not excluded. */
export async function listLatestVotes(
  on: Executor,
  of: { userId: string } | { paperId: number },
  limit: number,
): Promise<VoteFact[]> {
  const chosen =
    'userId' in of ? sql`v.user_id = ${of.userId}::uuid` : sql`v.paper_id = ${of.paperId}`;
  return on.execute<VoteFact>(sql`
    select ${voteFact} from upvotes v
    join users u on u.id = v.user_id
    join papers p on p.id = v.paper_id
    where ${chosen} and not exists (
      select from excluded_votes x where x.user_id = v.user_id and x.paper_id = v.paper_id)
    order by v.created_at desc, v.paper_id, v.user_id
    limit ${limit}`);
}

/** Replaces the previous run's findings. */
export async function saveLook(on: Executor, findings: StoredFinding[]): Promise<void> {
  const at = sql`now()`;
  await on
    .insert(patternLooks)
    .values({ id: 1, at, findings })
    .onConflictDoUpdate({ target: patternLooks.id, set: { at, findings } });
}

/** Returns the latest findings, or null if they are older than that. */
export async function getLook(on: Executor, minutes: number) {
  const [row] = await on
    .select({ at: patternLooks.at, findings: patternLooks.findings })
    .from(patternLooks)
    .where(sql`${patternLooks.at} > now() - make_interval(mins => ${minutes})`);
  return row ?? null;
}

type Dismissal = { key: string; votes: number; reason: string; actorId: string };

export async function saveDismissal(tx: Transaction, dismissal: Dismissal): Promise<void> {
  const { votes, reason, actorId } = dismissal;
  await tx
    .insert(dismissedPatterns)
    .values(dismissal)
    .onConflictDoUpdate({
      target: dismissedPatterns.key,
      set: { votes, reason, actorId, createdAt: sql`now()` },
    });
}

export type DismissalRow = {
  key: string;
  votes: number;
  reason: string;
  by: string | null;
  at: string;
};

export async function listDismissals(on: Executor, keys: string[]): Promise<DismissalRow[]> {
  return on.execute<DismissalRow>(sql`
    select d.key, d.votes, d.reason, u.handle as by,
      to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from dismissed_patterns d left join users u on u.id = d.actor_id
    where d.key = any(${`{${keys}}`}::text[])`);
}
