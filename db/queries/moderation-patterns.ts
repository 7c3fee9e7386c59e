import { sql } from 'drizzle-orm';
import type { Role } from '@/lib/auth/types';
import { PATTERNS } from '@/lib/moderation/types';
import type { Executor, Transaction } from '../client';
import { dismissedPatterns } from '../schema';

/** Patterns of one kind that are looked at more closely, the largest ones. */
const MOST_PATTERNS = 50;
/** Pairs of readers that are joined into rings. */
const MOST_PAIRS = 2_000;
/** Later votes on a paper that one vote is compared with: keeps the work in proportion. */
const NEIGHBOURS = 8;

const n = (value: number) => sql.raw(String(value));

/** The votes that count, of the days looked at. */
const recent = sql`
  recent as materialized (
    select v.user_id, v.paper_id, v.created_at, v.network
    from upvotes v join users u on u.id = v.user_id
    where v.created_at > now() - interval '${n(PATTERNS.days)} days' and u.banned_at is null
      and not exists (
        select from excluded_votes x where x.user_id = v.user_id and x.paper_id = v.paper_id)
  )`;

export type NetworkPair = { network: string; a: string; b: string; papers: number[] };

/** Pairs of readers who voted for the same papers from one network within a minute. */
export async function listNetworkPairs(on: Executor): Promise<NetworkPair[]> {
  const { seconds, papers } = PATTERNS.network;
  return on.execute<NetworkPair>(sql`
    with ${recent},
    shared as (
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
 * Readers whose votes went almost only to one author or organization. Whoever gets that many
 * votes of one reader has as many papers: all others are left out before votes are counted.
 */
export async function listFocused(on: Executor): Promise<Focus[]> {
  const { votes, share } = PATTERNS.focus;
  return on.execute<Focus>(sql`
    with ${recent},
    voters as materialized (
      select user_id, count(*) as votes from recent group by user_id having count(*) >= ${n(votes)}
    ),
    voted as materialized (
      select distinct paper_id from recent join voters using (user_id)
    ),
    subjects as materialized (
      select a.paper_id, lower(a.name) as subject from voted join paper_authors a using (paper_id)
      union
      select p.id, lower(o.name) from voted
      join papers p on p.id = voted.paper_id join organizations o on o.id = p.organization_id
    ),
    prolific as materialized (
      select subject from subjects group by subject having count(*) >= ${n(Math.ceil(votes * share))}
    ),
    candidates as materialized (
      select s.paper_id, s.subject from subjects s join prolific using (subject)
    )
    select * from (
      select distinct on (r.user_id) r.user_id as reader, c.subject, count(*)::int as votes,
        array_agg(r.paper_id::double precision order by r.created_at desc) as papers
      from recent r join voters v using (user_id) join candidates c using (paper_id)
      group by r.user_id, c.subject, v.votes
      having count(*) >= v.votes * ${n(share)}
      order by r.user_id, count(*) desc, c.subject
    ) focused
    order by votes desc, reader
    limit ${n(MOST_PATTERNS)}`);
}

export type Mutual = { a: string; b: string; forB: number[]; forA: number[] };

/** Pairs of readers who each gave much of their votes to what the other submitted or wrote. */
export async function listMutual(on: Executor): Promise<Mutual[]> {
  const { votes, share } = PATTERNS.mutual;
  return on.execute<Mutual>(sql`
    with ${recent},
    voters as materialized (select user_id, count(*) as votes from recent group by user_id),
    owners as (
      select id as paper_id, submitted_by as owner from papers where submitted_by is not null
      union
      select paper_id, user_id from paper_authors where user_id is not null
    ),
    favours as materialized (
      select r.user_id as voter, o.owner,
        array_agg(r.paper_id::double precision order by r.created_at desc) as papers
      from recent r join owners o using (paper_id) join voters v using (user_id)
      where o.owner <> r.user_id
      group by r.user_id, o.owner, v.votes
      having count(*) >= greatest(${n(votes)}, v.votes * ${n(share)})
    )
    select x.voter as a, x.owner as b, x.papers as "forB", y.papers as "forA"
    from favours x join favours y on y.voter = x.owner and y.owner = x.voter and x.voter < y.voter
    order by cardinality(x.papers) + cardinality(y.papers) desc, a, b
    limit ${n(MOST_PATTERNS)}`);
}

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

/** Who cast these votes on what, and when (ISO 8601). */
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
    order by v.created_at, u.handle`);
}

/** The latest votes of a reader or on a paper that are not excluded. */
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
