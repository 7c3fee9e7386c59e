import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { idArray, idsOf } from './staging';

/** Inserts the authors of newly inserted papers. */
export async function insertAuthors(tx: Transaction, inserted: number[]): Promise<void> {
  if (inserted.length === 0) return;
  await tx.execute(sql`
    insert into paper_authors (paper_id, position, name)
    select p.id, n.place - 1, n.name
    from papers p
    join staged s on p.source = s.source and p.external_id = s."externalId"
    cross join unnest(s.authors) with ordinality as n (name, place)
    where p.id = any(${idArray(inserted)})
    order by p.id, n.place`);
}

/** Replaces the author lists that have changed; a claim moves along with its author's name. */
export async function replaceAuthors(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`select id from present where renames`);
  if (rows.length === 0) return [];
  // Matches repeated names in order: the first to the first, the second to the second.
  await tx.execute(sql`
    with old as (
      select a.paper_id, a.name, a.orcid, a.user_id, a.claim_status,
        row_number() over (partition by a.paper_id, a.name order by a.position) as nth
      from paper_authors a join present x on x.id = a.paper_id where x.renames
    ), new as (
      select x.id, n.place, n.name,
        row_number() over (partition by x.id, n.name order by n.place) as nth
      from present x
      join staged s on s.position = x.position
      cross join unnest(s.authors) with ordinality as n (name, place)
      where x.renames
    )
    insert into paper_authors (paper_id, position, name, orcid, user_id, claim_status)
    select new.id, new.place - 1, new.name, old.orcid, old.user_id, old.claim_status
    from new
    left join old on old.paper_id = new.id and old.name = new.name and old.nth = new.nth
    on conflict (paper_id, position) do update
      set name = excluded.name, orcid = excluded.orcid, user_id = excluded.user_id,
        claim_status = excluded.claim_status`);
  await tx.execute(sql`
    delete from paper_authors a using present x join staged s on s.position = x.position
    where a.paper_id = x.id and x.renames and a.position >= cardinality(s.authors)`);
  return idsOf(rows);
}

/**
 * Confirms authors whose ORCID iD the source gives; skips names that a paper has twice. Returns the
 * changed papers.
 */
export async function writeOrcids(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update paper_authors a set orcid = o.orcid
    from staged s
    join papers p on p.source = s.source and p.external_id = s."externalId"
    cross join jsonb_to_recordset(s.orcids) as o (name text, orcid text)
    where a.paper_id = p.id and a.name = o.name and a.orcid is distinct from o.orcid
      and not exists (select from paper_authors b where b.paper_id = a.paper_id
        and b.name = a.name and b.position <> a.position)
    returning a.paper_id as id`);
  return idsOf(rows);
}

/** Stores the other site's figures of a paper on a day; returns the changed papers. */
export async function writeListings(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    insert into paper_listings as l (paper_id, site, day, upvotes, comments, submitter,
      submitter_handle, submitter_avatar, media_urls, thumbnail)
    select p.id, s.listing_site, s.listing_day, s.listing_upvotes, s.listing_comments,
      s.listing_submitter, s.listing_submitter_handle, s.listing_submitter_avatar, s."mediaUrls",
      s.listing_thumbnail
    from staged s join papers p on p.source = s.source and p.external_id = s."externalId"
    where s.listing_site is not null
    order by p.id
    on conflict (paper_id, site, day) do update
      set upvotes = excluded.upvotes, comments = excluded.comments,
        submitter = excluded.submitter, submitter_handle = excluded.submitter_handle,
        submitter_avatar = excluded.submitter_avatar, media_urls = excluded.media_urls,
        thumbnail = excluded.thumbnail
      where row(l.upvotes, l.comments, l.submitter, l.submitter_handle, l.submitter_avatar,
          l.media_urls, l.thumbnail)
        is distinct from row(excluded.upvotes, excluded.comments, excluded.submitter,
          excluded.submitter_handle, excluded.submitter_avatar, excluded.media_urls,
          excluded.thumbnail)
    returning l.paper_id as id`);
  return idsOf(rows);
}
