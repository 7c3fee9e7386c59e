import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { idArray, idsOf } from './staging';

/** Writes the authors of papers that have just been inserted. */
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

/** Writes the authors of papers whose list has changed; a claim goes with the name it was made for. */
export async function replaceAuthors(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`select id from present where renames`);
  if (rows.length === 0) return [];
  await tx.execute(sql`
    insert into paper_authors (paper_id, position, name, user_id, claim_status)
    select x.id, n.place - 1, n.name, claim.user_id, claim.claim_status
    from present x
    join staged s on s.position = x.position
    cross join unnest(s.authors) with ordinality as n (name, place)
    left join lateral (
      select a.user_id, a.claim_status from paper_authors a
      where a.paper_id = x.id and a.name = n.name and a.user_id is not null limit 1
    ) claim on true
    where x.renames
    on conflict (paper_id, position) do update
      set name = excluded.name, user_id = excluded.user_id, claim_status = excluded.claim_status`);
  await tx.execute(sql`
    delete from paper_authors a using present x join staged s on s.position = x.position
    where a.paper_id = x.id and x.renames and a.position >= cardinality(s.authors)`);
  return idsOf(rows);
}

/** Keeps the other site's figures of a paper, the latest day's; returns papers that changed. */
export async function writeListings(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    insert into paper_listings as l (paper_id, site, day, upvotes, comments, submitter, media_urls)
    select p.id, s.listing_site, s.listing_day, s.listing_upvotes, s.listing_comments,
      s.listing_submitter, s."mediaUrls"
    from staged s join papers p on p.source = s.source and p.external_id = s."externalId"
    where s.listing_site is not null
    order by p.id
    on conflict (paper_id, site) do update
      set day = excluded.day, upvotes = excluded.upvotes, comments = excluded.comments,
        submitter = excluded.submitter, media_urls = excluded.media_urls
      where excluded.day >= l.day
        and row(l.day, l.upvotes, l.comments, l.submitter, l.media_urls) is distinct from
          row(excluded.day, excluded.upvotes, excluded.comments, excluded.submitter,
            excluded.media_urls)
    returning l.paper_id as id`);
  return idsOf(rows);
}
