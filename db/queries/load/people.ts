import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { elements, given, paperId, userId } from './rows';

/** Writers of the lines that db/queries/dump reads, in batches. `at` is the time of the dump. */

export const loadPictures = (tx: Transaction, rows: object[]) =>
  tx.execute(sql`
    insert into pictures (hash, width, height)
    select hash, width, height from ${given(rows, 'hash text, width int, height int')}`);

/** Accounts as names: without an address, and with a sign-in at ORCID if that was confirmed. */
export async function loadReaders(tx: Transaction, rows: object[], at: string): Promise<void> {
  const columns = `handle text, name text, bio text, links text[], orcid text,
    orcid_verified boolean, picture text, role text, banned boolean, votes_private boolean,
    demo boolean, member_since date`;
  await tx.execute(sql`
    insert into users (handle, name, bio, links, orcid, picture, role, banned_at, votes_private,
      is_demo, created_at)
    select handle, name, bio, links, orcid, picture, role,
      case when banned then ${at}::timestamptz end, votes_private, demo,
      member_since::timestamp at time zone 'UTC'
    from ${given(rows, columns)} order by n`);
  await tx.execute(sql`
    insert into accounts (user_id, type, provider, provider_account_id)
    select ${userId('r.handle')}, 'oauth', 'orcid', r.orcid
    from ${given(rows, columns)} where r.orcid_verified`);
}

export async function loadOrganizations(
  tx: Transaction,
  rows: object[],
  at: string,
): Promise<void> {
  const columns = `number bigint, slug text, name text, source_name text, avatar text, description text,
    links text[], picture text, members json, unnamed_members int`;
  await tx.execute(sql`
    insert into organizations (id, slug, name, source_name, avatar_url, description, links, picture)
    overriding system value
    select number, slug, name, source_name, avatar, description, links, picture
    from ${given(rows, columns)} order by n`);
  // The list names them in the order of joining, which only the order is public of.
  await tx.execute(sql`
    insert into organization_members (organization_id, user_id, role, joined_at)
    select o.id, ${userId('e.handle')}, e.role,
      ${at}::timestamptz - (json_array_length(r.members) - e.place) * interval '1 millisecond'
    from ${given(rows, columns)}
    join organizations o on o.slug = r.slug
    cross join ${elements('members', 'handle text, role text, founder boolean')}`);
  await tx.execute(sql`
    update organizations o set founder_id = ${userId('e.handle')}
    from ${given(rows, columns)}
    cross join ${elements('members', 'handle text, role text, founder boolean')}
    where o.slug = r.slug and e.founder`);
  await tx.execute(sql`
    insert into unnamed_acts
    select 'member', o.id, null, r.unnamed_members from ${given(rows, columns)}
    join organizations o on o.slug = r.slug`);
}

export const loadModeration = (tx: Transaction, rows: object[]) =>
  tx.execute(sql`
    insert into moderation_log (id, actor_id, action, reason, user_id, paper_id, details, created_at)
    overriding system value
    select id, ${userId('r.by')}, action, reason, ${userId('r.reader')}, ${paperId('r.paper')},
      details, at
    from ${given(
      rows,
      `id bigint, action text, reason text, details jsonb, by text, reader text, paper text,
      at timestamptz`,
    )} order by n`);

export async function loadCollections(tx: Transaction, rows: object[]): Promise<void> {
  const columns = `key text, owner text, name text, description text, updated timestamptz,
    followers int, papers json`;
  await tx.execute(sql`
    insert into collections (key, owner_id, name, description, visibility, created_at, updated_at)
    select key, ${userId('r.owner')}, name, description, 'public', updated, updated
    from ${given(rows, columns)} order by n`);
  await tx.execute(sql`
    insert into collection_papers (collection_id, paper_id, position, note, added_at)
    select c.id, ${paperId('e.paper')}, e.place, e.note, e.added
    from ${given(rows, columns)}
    join collections c on c.key = r.key
    cross join ${elements('papers', 'paper text, note text, added timestamptz')}`);
  await tx.execute(sql`
    insert into unnamed_acts
    select 'follower', c.id, null, r.followers from ${given(rows, columns)}
    join collections c on c.key = r.key`);
}
