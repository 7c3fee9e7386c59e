import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { handleOf, iso, listOf, stream } from './stream';

/** The pictures that public pages show, or the history of a paper. */
export const dumpPictures = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object('hash', hash, 'width', width, 'height', height,
        'address', '/pictures/' || hash || '-large.webp') as line
      from pictures where hash in (
        select picture from users where banned_at is null and handle is not null
        union select picture from organizations
        union select picture from papers where removed_at is null
        union select s.picture from source_pictures s
          join papers p on p.id = s.paper_id and p.removed_at is null
        union select unnest(array[c.before, c.after]) from paper_corrections c
          join papers p on p.id = c.paper_id and p.removed_at is null where c.field = 'picture')
      order by hash`,
  );

/** Public profile fields; for banned users without anything they wrote. */
export const dumpReaders = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object(
        'handle', u.handle,
        'name', u.name,
        'bio', case when u.banned_at is null then u.bio else '' end,
        'links', case when u.banned_at is null then to_json(u.links) else '[]' end,
        'orcid', case when u.banned_at is null then u.orcid end,
        'orcid_verified', u.banned_at is null and exists (
          select from accounts a where a.user_id = u.id and a.provider = 'orcid'
            and a.provider_account_id = u.orcid),
        'picture', case when u.banned_at is null then u.picture end,
        'role', u.role,
        'banned', u.banned_at is not null,
        'votes_private', u.votes_private,
        'demo', u.is_demo,
        'member_since', (u.created_at at time zone 'UTC')::date
      ) as line
      from users u where u.handle is not null order by lower(u.handle) collate "C"`,
  );

/** Organizations with their public members, and the number of other members. */
export const dumpOrganizations = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object(
        'number', o.id,
        'slug', o.slug,
        'name', o.name,
        'source_name', o.source_name,
        'avatar', o.avatar_url,
        'description', o.description,
        'links', o.links,
        'picture', o.picture,
        'members', ${listOf(sql`
          select json_build_object('handle', u.handle, 'role', m.role,
            'founder', o.founder_id is not distinct from u.id) as line
          from (${NAMED}) m join users u on u.id = m.user_id
          where m.organization_id = o.id order by m.joined_at, lower(u.handle) collate "C"`)},
        'unnamed_members', (select count(*) from organization_members m
            where m.organization_id = o.id)
          - (select count(*) from (${NAMED}) m where m.organization_id = o.id)
      ) as line
      from organizations o order by o.id`,
  );

const NAMED = sql`select m.* from organization_members m
  join users u on u.id = m.user_id and u.handle is not null and u.banned_at is null
  where not m.hidden`;

/** The moderation log. The caller decides which users may be named. */
export const dumpModeration = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object(
        'id', l.id,
        'action', l.action,
        'reason', l.reason,
        'details', l.details,
        'by', ${handleOf(sql`l.actor_id`)},
        'reader', ${handleOf(sql`l.user_id`)},
        'paper', (select p.slug from papers p where p.id = l.paper_id and p.removed_at is null),
        'at', ${iso(sql`l.created_at`)}
      ) as line
      from moderation_log l order by l.id`,
  );

/** Public collections with the papers that have a page. */
export const dumpCollections = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object(
        'key', c.key,
        'owner', u.handle,
        'name', c.name,
        'description', c.description,
        'updated', ${iso(sql`c.updated_at`)},
        'followers', (select count(*) from follows f where f.collection_id = c.id),
        'papers', ${listOf(sql`
          select json_build_object('paper', p.slug, 'note', cp.note,
            'added', ${iso(sql`cp.added_at`)}) as line
          from collection_papers cp join papers p on p.id = cp.paper_id and p.removed_at is null
          where cp.collection_id = c.id order by cp.position, cp.added_at, p.id`)}
      ) as line
      from collections c
      join users u on u.id = c.owner_id and u.handle is not null and u.banned_at is null
      where c.visibility = 'public' and c.hidden_at is null order by c.id`,
  );
