import { type SQL, sql } from 'drizzle-orm';
import { COLUMNS } from '@/lib/corrections/types';
import type { Executor } from '../client';
import { overdueVotes } from './maturing';
import { misweighedVotes } from './own-votes';
import { type Drift, drifts } from './recount';

export type Finding = { invariant: string; violations: number; examples: string[] };

/** Each query returns one row per violation: `what` identifies it without personal data. */
type Invariant = { name: string; violations: SQL };

/** Which stored figures of papers each invariant is about. */
const FIGURES: Record<string, Drift['figure'][]> = {
  'Upvotes counted are upvotes there': ['upvotes'],
  'Comments counted are comments that can be seen': ['comments'],
  'Authors counted are authors there': ['authors'],
  'Scores are those of their votes, comments and views, on the feeds only': [
    ...(['trending', 'weight', 'exposure', 'from elsewhere', 'prior'] as const),
  ],
  'Topics hold the papers of the feeds, as they stand there': ['topics', 'other topics'],
};

/** A job that will still run; one without attempts left will not. */
const job = (task: string, key: string, id: SQL): SQL => sql`
  select from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = ${task} and j.payload ->> ${key} = ${id}::text
    and (j.attempts < j.max_attempts or j.locked_at is not null)`;

/** A write may already be in flight at the moment of a ban. */
const SOON = sql.raw(`interval '10 seconds'`);

const written = sql`
  select 'upvote' as kind, paper_id, user_id, created_at from upvotes
  union all select 'comment', paper_id, user_id, created_at from comments`;

/** For a column of papers.corrected: the field of its corrections, and the paper's value. */
const correctedField = (column: SQL): SQL => {
  const pairs = Object.entries(COLUMNS).map(([field, name]) => sql`when ${name} then ${field}`);
  return sql`case ${column} ${sql.join(pairs, sql` `)} end`;
};
const correctedValue = (column: SQL): SQL => {
  const pairs = Object.values(COLUMNS).map((name) =>
    name === COLUMNS.organization
      ? sql`when ${name} then (select o.slug from organizations o where o.id = p.organization_id)`
      : sql`when ${name} then p.${sql.identifier(name)}`,
  );
  return sql`case ${column} ${sql.join(pairs, sql` `)} end`;
};

export const INVARIANTS: Invariant[] = [
  {
    name: 'Badges are numbered from 1 by their votes, in periods that are closed',
    violations: sql`select period || ' from ' || start as what from (
        select b.period, b.start, rank, row_number() over w as place, upvotes,
          lag(upvotes) over w as before, removed_at, c.closed_at
        from paper_badges b join papers p on p.id = b.paper_id
        left join badge_periods c on c.period = b.period and c.start = b.start
        window w as (partition by b.period, b.start order by rank)
      ) places
      where rank <> place or upvotes > before or upvotes < 1 or removed_at is not null
        or closed_at is null`,
  },
  {
    name: 'Every upvoted paper says what listed it',
    violations: sql`select slug as what from papers
      where listed_by is null and (upvote_count > 0 or trending is not null)`,
  },
  {
    name: 'A listing has its reason, time and day together',
    violations: sql`select slug as what from papers
      where num_nonnulls(listed_by, submitted_at, feed_day) not in (0, 3)
        or submitted_at > now() + interval '1 day'`,
  },
  {
    name: 'A paper listed here stands on the day it was listed, in UTC',
    violations: sql`select slug as what from papers
      where listed_by in ('submission', 'rule', 'upvote')
        and feed_day <> (submitted_at at time zone 'UTC')::date`,
  },
  {
    name: 'A paper from arXiv is found at its identifier',
    violations: sql`select slug as what from papers where source = 'arxiv' and slug <> external_id`,
  },
  {
    name: 'Authors are numbered from 0 without a gap',
    violations: sql`select slug as what from papers where id in (
      select paper_id from paper_authors group by paper_id
      having min(position) <> 0 or max(position) <> count(*) - 1)`,
  },
  {
    name: 'A reply stands below an earlier comment on the same paper',
    violations: sql`select 'comment ' || c.id as what from comments c
      join comments parent on parent.id = c.parent_id
      where parent.paper_id <> c.paper_id or parent.id >= c.id`,
  },
  {
    name: 'An edited comment keeps each text it had, a deleted one none',
    violations: sql`select 'comment ' || c.id as what from comments c
      cross join lateral (
        select count(*) as kept, coalesce(max(revision), 0) as last from comment_revisions
        where comment_id = c.id) r
      where case when c.deleted_at is null
        then r.kept <> r.last or (c.edited_at is null) <> (r.kept = 0)
        else r.kept > 0 or c.markdown <> '' or c.html <> '' end`,
  },
  {
    name: 'Nobody wrote or voted after being banned',
    violations: sql`select w.kind || ' of ' || u.handle || ' on paper ' || w.paper_id as what
      from (${written}) w join users u on u.id = w.user_id
      where w.created_at > u.banned_at + ${SOON}
        and (u.banned_until is null or w.created_at < u.banned_until)`,
  },
  {
    name: 'A merged paper leads to one that is not, and keeps no vote and no comment',
    violations: sql`select gone.slug as what from papers gone
      join papers there on there.id = gone.merged_into
      where there.merged_into is not null or gone.trending is not null
        or exists (select from upvotes where paper_id = gone.id)
        or exists (select from excluded_votes where paper_id = gone.id)
        or exists (select from comments where paper_id = gone.id)`,
  },
  {
    name: 'A ban whose time is over is lifted within the hour',
    violations: sql`select 'reader ' || coalesce(handle, id::text) as what from users
      where banned_until < now() - interval '1 hour'`,
  },
  {
    name: 'Upvotes of accounts that are no longer young weigh in full',
    violations: sql`select 'upvote of ' || user_id || ' on paper ' || paper_id as what
      from (${overdueVotes(sql`interval '3 hours'`)}) v`,
  },
  {
    name: 'Upvotes of a paper’s submitter and authors weigh nothing, and no others do',
    violations: sql`select 'upvote of ' || user_id || ' on paper ' || paper_id as what
      from (${misweighedVotes()}) v`,
  },
  {
    name: 'Nobody wrote or voted without a handle',
    violations: sql`select w.kind || ' on paper ' || w.paper_id as what
      from (${written}) w join users u on u.id = w.user_id
      where u.handle is null and not u.stand_in`,
  },
  {
    name: 'The owner of a group is one of its members',
    violations: sql`select slug as what from groups g where not exists (
      select from group_members m where m.group_id = g.id and m.user_id = g.owner_id)`,
  },
  {
    name: 'Tokens are stored as hashes only',
    violations: sql`select 'session of ' || user_id as what from sessions
      where token_hash !~ '^[0-9a-f]{64}$'
      union all select 'sign-in until ' || expires from verification_tokens
      where token_hash !~ '^[0-9a-f]{64}$'
      union all select 'code until ' || expires from sign_in_codes
      where browser_hash !~ '^[0-9a-f]{64}$' or code_hash !~ '^[0-9a-f]{64}$'
      union all select 'invitation to organization ' || organization_id from organization_invites
      where token_hash !~ '^[0-9a-f]{64}$'`,
  },
  {
    name: 'The search index has every paper that can be found, and no other, but for its queue',
    violations: sql`select coalesce(p.slug, 'paper ' || d.paper_id) as what
      from (select id, slug from papers where removed_at is null) p
      full join search_documents d on d.paper_id = p.id
      where (p.id is null or d.paper_id is null)
        and not exists (select from search_queue q where q.paper_id = coalesce(p.id, d.paper_id))`,
  },
  {
    name: 'Papers counted by block are papers in the search index',
    violations: sql`select 'block ' || coalesce(b.block, c.block) as what
      from search_blocks b
      full join (
        select (paper_id / 4096)::int as block, count(*) as documents from search_documents group by 1
      ) c on c.block = b.block
      where coalesce(b.documents, 0) <> coalesce(c.documents, 0)`,
  },
  {
    name: 'Papers counted by stem are papers in its postings',
    // Tags are not counted: they start with one of these characters (lib/search/tags).
    violations: sql`select coalesce(t.term, i.term) || ': ' || coalesce(t.papers, 0)
        || ' instead of ' || coalesce(i.papers, 0) as what
      from search_terms t
      full join (
        select term, sum(length(postings)) / 4 as papers from search_postings
        where term !~ '^[@~#]' group by term
      ) i on i.term = t.term
      where coalesce(t.papers, 0) <> coalesce(i.papers, 0)`,
  },
  {
    name: 'Stems counted are those of the papers in the index',
    violations: sql`select coalesce(i.term, t.word) || ': ' || coalesce(i.papers, 0)
        || ' instead of ' || coalesce(t.ndoc, 0) as what
      from search_terms i
      full join ts_stat('select vector from search_documents') t on t.word = i.term
      where coalesce(i.papers, 0) <> coalesce(t.ndoc, 0)`,
  },
  {
    name: 'A name leads to a reader who claimed it and was confirmed, once a paper',
    violations: sql`select 'paper ' || a.paper_id || ', ' || a.name as what from paper_authors a
      where (a.user_id is null) <> (a.claim_status is null)
        or (a.claim_status = 'verified' and (not exists (
            select from author_claims c where c.paper_id = a.paper_id and c.user_id = a.user_id
              and c.status = 'verified')
          or exists (select from paper_authors b where b.paper_id = a.paper_id
            and b.user_id = a.user_id and b.position <> a.position)))`,
  },
  {
    name: 'What was corrected last is what stands, as long as it is kept from sources',
    violations: sql`select p.slug || ': ' || kept.name as what from papers p
      cross join lateral unnest(p.corrected) as kept (name)
      left join lateral (
        select c.id, c.after from paper_corrections c
        where c.paper_id = p.id and c.field = ${correctedField(sql`kept.name`)}
        order by c.id desc limit 1) last on true
      -- Not \`last is null\`: that also holds for a row whose only column is null (a cleared field).
      where last.id is null or last.after is distinct from ${correctedValue(sql`kept.name`)}`,
  },
  {
    name: 'A picture that an author replaced is there to be put back',
    violations: sql`select 'correction ' || c.id as what from paper_corrections c
      where c.field = 'picture' and c.before is not null and c.log_id is null
        and not exists (select from pictures where hash = c.before)`,
  },
  {
    name: 'Every mail in the queue has a job that will send it',
    violations: sql`select 'mail ' || m.id as what from mails m
      where m.status = 'queued' and not exists (${job('send_mail', 'mailId', sql`m.id`)})`,
  },
  {
    name: 'Every pending submission has a job that will complete it',
    violations: sql`select 'submission ' || s.id as what from submissions s
      where s.status = 'pending'
        and not exists (${job('complete_submission', 'submissionId', sql`s.id`)})`,
  },
  {
    name: 'What is finished says when, and a refusal why',
    violations: sql`select 'submission ' || id as what from submissions
      where (status in ('draft', 'pending', 'waiting')) <> (finished_at is null) or (status = 'refused') <> (reason is not null)
      union all select 'mail ' || id from mails
      where (status in ('queued', 'sending')) <> (finished_at is null)`,
  },
];

/** Compares all figures of papers with their rows, which are read once for all of them. */
export async function findWrongFigures(on: Executor): Promise<Finding[]> {
  const pairs = Object.entries(FIGURES).flatMap(([name, figures], place) =>
    figures.map((figure) => sql`(${figure}, ${name}, ${place}::int)`),
  );
  return on.execute<Finding>(sql`
    select invariant, count(what)::int as violations,
      coalesce((array_agg(what order by what) filter (where what is not null))[1:5], '{}') as examples
    from (values ${sql.join(pairs, sql`, `)}) asked (figure, invariant, place)
    left join (
      select figure, slug || ': ' || coalesce(stored::text, 'none') || ' instead of '
        || coalesce(counted::text, 'none') as what
      from (${drifts(sql`true`)}) d
    ) wrong using (figure)
    group by invariant, place order by place`);
}

/** Finds violations of one invariant in one snapshot; only the first few are named. */
export async function findViolations(
  on: Executor,
  { name, violations }: Invariant,
): Promise<Finding> {
  const [row] = await on.execute<{ found: number; examples: string[] | null }>(sql`
    select count(*)::int as found, (array_agg(what order by what))[1:5] as examples
    from (${violations}) v`);
  return { invariant: name, violations: row?.found ?? 0, examples: row?.examples ?? [] };
}
