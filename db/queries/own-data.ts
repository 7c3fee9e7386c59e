import { type SQL, sql } from 'drizzle-orm';
import { db } from '../client';

/**
 * Data stored about one user, table by table. A test fails if a table references users and is
 * neither here nor among the exceptions, so that no new table is forgotten.
 */
type Own = {
  table: string;
  /** The column that references the user. */
  by: string;
  /** Columns to leave out. */
  without?: string[];
};

/** Columns excluded from every download: secrets, derived columns, and our own bookkeeping. */
const NEVER = ['token_hash', 'html', 'renderer', 'shuffle', 'network', 'mailed_at'];

export const OWN_DATA: Own[] = [
  { table: 'users', by: 'id', without: ['is_demo'] },
  { table: 'accounts', by: 'user_id' },
  { table: 'sessions', by: 'user_id' },
  { table: 'email_changes', by: 'user_id' },
  { table: 'passkeys', by: 'user_id' },
  { table: 'api_tokens', by: 'user_id' },
  { table: 'upvotes', by: 'user_id' },
  { table: 'excluded_votes', by: 'user_id' },
  { table: 'comments', by: 'user_id', without: ['client_key'] },
  { table: 'comment_upvotes', by: 'user_id' },
  { table: 'comment_reactions', by: 'user_id' },
  { table: 'submissions', by: 'user_id' },
  { table: 'paper_authors', by: 'user_id' },
  { table: 'author_claims', by: 'user_id', without: ['decided_by'] },
  { table: 'claim_contests', by: 'contested_by', without: ['resolved_by'] },
  { table: 'paper_corrections', by: 'user_id' },
  { table: 'follows', by: 'user_id' },
  { table: 'hidden_papers', by: 'user_id' },
  { table: 'paper_reads', by: 'user_id' },
  { table: 'mutes', by: 'user_id' },
  { table: 'paper_watches', by: 'user_id' },
  { table: 'groups', by: 'owner_id' },
  { table: 'group_members', by: 'user_id' },
  { table: 'collections', by: 'owner_id' },
  { table: 'organizations', by: 'founder_id' },
  { table: 'organization_members', by: 'user_id' },
  { table: 'organization_requests', by: 'user_id', without: ['decided_by'] },
  { table: 'saved_searches', by: 'user_id' },
  { table: 'subscriptions', by: 'user_id' },
  { table: 'tastes', by: 'user_id' },
  { table: 'taste_marks', by: 'user_id' },
  { table: 'notifications', by: 'user_id', without: ['actor_id'] },
  { table: 'notification_settings', by: 'user_id' },
  { table: 'reports', by: 'reporter_id', without: ['resolved_by'] },
  { table: 'appeals', by: 'user_id', without: ['replied_by'] },
  { table: 'moderation_log', by: 'user_id', without: ['actor_id'] },
];

/** References to users that are not that user's own data, and why. */
export const NOT_OWN: Record<string, string> = {
  'papers.submitted_by': 'told by submissions, and public on the profile',
  'comments.settled_by': 'a mark on the comment of somebody, public there',
  'notifications.actor_id': 'what another reader is told',
  'follows.reader_id': 'whom another reader follows is that reader’s',
  'claim_contests.user_id': 'what another reader told the moderators',
  'claim_contests.resolved_by': 'a moderator’s act, public in the log',
  'author_claims.decided_by': 'a moderator’s act, public in the log',
  'group_removals.user_id': 'how an owner keeps a removed member out',
  'organization_removals.user_id': 'how administrators keep a removed member out',
  'organization_requests.decided_by': 'a moderator’s act, public in the log',
  'reports.user_id': 'what another reader told the moderators',
  'reports.resolved_by': 'a moderator’s act, public in the log',
  'appeals.replied_by': 'a moderator’s act, public in the log',
  'moderation_log.actor_id': 'a moderator’s act, public in the log',
  'dismissed_patterns.actor_id': 'a moderator’s act',
};

/** Rows per page. */
const PAGE = 1_000;

const RELATED: Record<string, SQL> = {
  comment_revisions: sql`t.comment_id in (select id from comments where user_id = `,
  collection_papers: sql`t.collection_id in (select id from collections where owner_id = `,
};

/** Tables whose rows belong to a row of the user's. */
export const RELATED_DATA = Object.keys(RELATED);

/** Yields the user's rows of one table as JSON, a page at a time. */
export async function* ownRows(table: string, userId: string): AsyncGenerator<string[]> {
  const own = OWN_DATA.find((one) => one.table === table);
  const related = RELATED[table];
  const whose = own
    ? sql`t.${sql.identifier(own.by)} = ${userId}::uuid`
    : sql`${related ?? sql`false and (`}${userId}::uuid)`;
  const without = [...NEVER, ...(own?.without ?? []), ...(own && own.by !== 'id' ? [own.by] : [])];
  for (let offset = 0; ; offset += PAGE) {
    // Papers are named by address, since the id means nothing outside of this database.
    const rows = await db().execute<{ row: string }>(sql`
      select ((to_jsonb(t) - ${`{${without}}`}::text[]) || coalesce(
        (select jsonb_build_object('paper', p.slug) from papers p
          where p.id = (to_jsonb(t) ->> 'paper_id')::bigint), '{}'))::text as row
      from ${sql.identifier(table)} t where ${whose} order by t limit ${PAGE} offset ${offset}`);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < PAGE) return;
  }
}

export type BibPaper = {
  source: string;
  externalId: string;
  title: string;
  publishedAt: string;
  categories: string[];
  doi: string | null;
  journalRef: string | null;
  authors: { name: string }[];
  organization: { name: string } | null;
};

/** Papers the user upvoted, latest first, with the fields of BibTeX. */
export async function* upvotedForBibtex(userId: string): AsyncGenerator<BibPaper[]> {
  for (let offset = 0; ; offset += PAGE) {
    const rows = await db().execute<BibPaper>(sql`
      select p.source, p.external_id as "externalId", p.title,
        to_json(p.published_at at time zone 'UTC') #>> '{}' as "publishedAt",
        p.categories, p.doi, p.journal_ref as "journalRef",
        case when o.id is not null then json_build_object('name', o.name) end as organization,
        (select coalesce(json_agg(json_build_object('name', a.name) order by a.position), '[]')
          from paper_authors a where a.paper_id = p.id and a.position <= 100) as authors
      from upvotes v join papers p on p.id = v.paper_id
      left join organizations o on o.id = p.organization_id
      where v.user_id = ${userId}::uuid and p.removed_at is null
      order by v.created_at desc, p.id limit ${PAGE} offset ${offset}`);
    if (rows.length > 0) yield [...rows];
    if (rows.length < PAGE) return;
  }
}
