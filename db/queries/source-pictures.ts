import { type SQL, sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '../client';
import { papers } from '../schema';
import { publishPapers } from './invalidation';

export type SourceKind = 'thumbnail' | 'media' | 'figure';

/** The shown one of a paper's pictures comes first. */
const PREFERENCE = sql`array_position(array['media', 'figure', 'thumbnail'], s.kind)`;

/** A paper's picture from another site, with the pixels of its large size. */
export type SourcePicture = {
  hash: string;
  width: number;
  height: number;
  kind: SourceKind;
  videoUrl: string | null;
  caption: string | null;
};

/** The picture from another site for a paper without an uploaded one; null if there is none. */
export const sourcePicture = sql<SourcePicture | null>`(
  select json_build_object('hash', f.hash, 'width', f.width, 'height', f.height, 'kind', s.kind,
    'videoUrl', s.video_url, 'caption', s.caption)
  from source_pictures s join pictures f on f.hash = s.picture
  where s.paper_id = ${papers.id} and ${papers.picture} is null
  order by ${PREFERENCE} limit 1)`;

/** Hash of the uploaded picture, or of the one from another site. */
export const shownPicture = sql<string | null>`coalesce(${papers.picture}, (
  select s.picture from source_pictures s
  where s.paper_id = ${papers.id} and s.picture is not null order by ${PREFERENCE} limit 1))`;

/** Addresses of videos, which cannot be shown: the list's thumbnail is their poster. */
const isVideo = (url: SQL): SQL => sql`${url} ~* '[.](mp4|m4v|mov|qt|webm|ogv|avi|mkv)([?#]|$)'`;

/**
 * Queues the next kind of picture for listed papers that have none, newest papers first: a kind is
 * tried once the preferred ones turned out to be missing.
 */
export async function addSourcePictures(
  on: Executor,
  kinds: SourceKind[],
  limit: number,
): Promise<void> {
  const first = sql`l.media_urls ->> 0`;
  await on.execute(sql`
    insert into source_pictures (paper_id, kind, url, video_url)
    select p.id, next.kind, next.url, next.video_url
    from papers p cross join lateral (
      select s.kind, s.url, s.video_url from (
        (select 'media' as kind,
            case when ${isVideo(first)} then l.thumbnail else ${first} end as url,
            case when ${isVideo(first)} then ${first} end as video_url
          from paper_listings l where l.paper_id = p.id and l.media_urls <> '[]'
          order by l.day desc, l.site limit 1)
        union all
        select 'figure', null, null where p.source = 'arxiv'
        union all
        (select 'thumbnail', l.thumbnail, null
          from paper_listings l where l.paper_id = p.id and l.thumbnail is not null
          order by l.day desc, l.site limit 1)
      ) s
      where s.kind = any(${`{${kinds.join(',')}}`}::text[]) and (s.kind = 'figure' or s.url is not null)
        and not exists (select from source_pictures o where o.paper_id = p.id and o.kind = s.kind)
      order by ${PREFERENCE} limit 1
    ) next
    where p.trending is not null and p.picture is null
      and not exists (select from source_pictures o where o.paper_id = p.id and o.state <> 'none')
    order by p.submitted_at desc, p.id limit ${limit}
    on conflict do nothing`);
}

export type DuePicture = {
  paperId: number;
  kind: SourceKind;
  url: string | null;
  failures: number;
  externalId: string;
  version: number;
};

/** Pictures to fetch now, those of the newest papers first. */
export const listDuePictures = (
  on: Executor,
  kinds: SourceKind[],
  limit: number,
): Promise<DuePicture[]> =>
  on.execute<DuePicture>(sql`
    select s.paper_id::double precision as "paperId", s.kind, s.url, s.failures,
      p.external_id as "externalId", p.version
    from source_pictures s join papers p on p.id = s.paper_id
    where s.state = 'waiting' and s.due_at <= now() and s.kind = any(${`{${kinds.join(',')}}`}::text[])
      and p.trending is not null and p.picture is null
    order by p.submitted_at desc, s.kind limit ${limit}`);

type Key = { paperId: number; kind: SourceKind };
type Outcome = { hash: string | null; url?: string | null; caption?: string | null };

/**
 * Saves the outcome of a fetch, unless a moderator has removed the picture meanwhile: a stored
 * picture by its hash, or null for none. Invalidates the paper's page; the caller does the feeds.
 */
export async function saveSourcePicture(
  tx: Transaction,
  { paperId, kind }: Key,
  { hash, url = null, caption = null }: Outcome,
): Promise<void> {
  const rows = await tx.execute(sql`
    update source_pictures set state = ${hash === null ? 'none' : 'stored'}, picture = ${hash},
      url = coalesce(${url}, url), caption = ${caption}
    where paper_id = ${paperId} and kind = ${kind} and state = 'waiting' returning 1`);
  if (rows.length > 0 && hash !== null) await publishPapers(tx, [paperId], { feeds: false });
}

/** Postpones a fetch by so many seconds, and counts the failure. */
export async function postponeSourcePicture(
  on: Executor,
  { paperId, kind }: Key,
  seconds: number,
): Promise<void> {
  await on.execute(sql`
    update source_pictures set failures = failures + 1,
      due_at = now() + make_interval(secs => ${seconds})
    where paper_id = ${paperId} and kind = ${kind} and state = 'waiting'`);
}

/** Whether moderators can remove or restore a paper's pictures from other sites. */
export async function getSourcePictureState(
  paperId: number,
): Promise<'shown' | 'removed' | 'none'> {
  const [row] = await db().execute<{ state: 'shown' | 'removed' | 'none' }>(sql`
    select case when bool_or(state = 'removed') then 'removed'
      when bool_or(state = 'stored') then 'shown' else 'none' end as state
    from source_pictures where paper_id = ${paperId}`);
  return row?.state ?? 'none';
}

/**
 * Removes a paper's pictures from other sites, for all kinds, so that no other one takes the place;
 * or lets them be fetched again. Returns the paper's id; null if that changes nothing.
 */
export async function setSourcePicturesRemoved(
  tx: Transaction,
  slug: string,
  removed: boolean,
): Promise<number | null> {
  const [paper] = await tx.execute<{ id: number }>(sql`
    select p.id::double precision as id from papers p
    where p.slug = ${slug} and p.removed_at is null
      and exists (select from source_pictures s where s.paper_id = p.id
        and s.state = ${removed ? 'stored' : 'removed'})
    for no key update`);
  if (!paper) return null;
  await tx.execute(
    removed
      ? sql`
        insert into source_pictures (paper_id, kind, state)
        select ${paper.id}, kind, 'removed' from unnest(array['media', 'figure', 'thumbnail']) kind
        on conflict (paper_id, kind) do update set state = 'removed', picture = null`
      : sql`delete from source_pictures where paper_id = ${paper.id}`,
  );
  await publishPapers(tx, [paper.id]);
  return paper.id;
}
