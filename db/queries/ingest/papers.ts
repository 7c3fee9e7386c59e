import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { priorSql, scoreSql } from '../ranking';
import { idsOf } from './staging';

/** Inserts staged papers that do not exist; those with a daily list entry as listed. */
export async function insertPapers(tx: Transaction): Promise<number[]> {
  const listed = sql`s.listing_at is not null`;
  const nothing = sql`0::double precision`;
  const prior = priorSql(sql`s.listing_upvotes`);
  const score = scoreSql({
    weightSum: nothing,
    exposure: nothing,
    outsideWeight: nothing,
    outsideExposure: nothing,
    prior,
    submittedAt: sql`s.listing_at`,
  });
  const rows = await tx.execute<{ id: string }>(sql`
    insert into papers (slug, source, external_id, version, title, abstract, summary, summary_by,
      keywords, published_at, revised_at, withdrawn, categories, author_count, organization_id,
      doi, journal_ref, note, code_url, code_added_by, code_stars, project_url,
      listed_by, submitted_at, feed_day, prior, trending)
    select s.slug, s.source, s."externalId", s.version, s.title, s.abstract, s.summary,
      s."summaryBy", s.keywords, s."publishedAt", s."revisedAt", coalesce(s.withdrawn, false),
      s.categories, cardinality(s.authors), o.id, s.doi, s."journalRef", s.note,
      s."codeUrl", s."codeAddedBy", s."codeStars", s."projectUrl",
      case when ${listed} then 'daily_list' end, s.listing_at, s.listing_day, ${prior},
      case when ${listed} and s.withdrawn is not true then ${score} end
    from staged s
    left join organizations o on lower(o.slug) = lower(s.organization_slug)
    where not exists (
      select from papers p where p.source = s.source and p.external_id = s."externalId")
    order by s.source, s."externalId"
    on conflict do nothing
    returning id`);
  return idsOf(rows);
}

/**
 * Locks the staged papers in id order and creates the temporary table `present`: the paper's id,
 * and whether the record is new to it and may overwrite or fill gaps. A record overwrites unless
 * its version is older; one without a version only fills gaps.
 */
export async function lockPresent(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    select p.id from papers p join staged s on p.source = s.source and p.external_id = s."externalId"
    order by p.id for no key update of p`);
  await tx.execute(sql`
    create temporary table present on commit drop as
    select p.id, s.position,
      s.version >= p.version as takes,
      s.version >= p.version or s.version = 0 as fills,
      cardinality(s.authors) > 0
        and (s.version >= p.version or (s.version = 0 and p.author_count = 0))
        and s.authors is distinct from (
          select array_agg(a.name order by a.position) from paper_authors a where a.paper_id = p.id
        ) as renames
    from papers p join staged s on p.source = s.source and p.external_id = s."externalId"`);
}

/**
 * Updates existing papers from the records where that changes anything. Keeps votes, comments,
 * submitters and texts by others (such as a summary), and corrections (papers.corrected), of title
 * and abstract only until a newer version. `relisted` are papers whose figures must be recounted.
 */
export async function updatePapers(
  tx: Transaction,
): Promise<{ updated: number[]; relisted: number[] }> {
  const newer = sql`s.version > p.version`;
  const rows = await tx.execute<{ id: string; relisted: boolean }>(sql`
    with before as (
      select p.id, p.withdrawn, p.listed_by from papers p join present x on x.id = p.id
    ), wanted as (
      select p.id,
        case when x.takes then s.version else p.version end as version,
        case when x.takes and (${newer} or not 'title' = any(p.corrected))
          then s.title else p.title end as title,
        case when s.abstract <> '' and (${newer} or not 'abstract' = any(p.corrected))
            and (x.takes or (x.fills and p.abstract = ''))
          then s.abstract else p.abstract end as abstract,
        case when ${newer} then array_remove(array_remove(p.corrected, 'title'), 'abstract')
          else p.corrected end as corrected,
        case when x.takes then s."publishedAt" else p.published_at end as published_at,
        case when x.takes then coalesce(s."revisedAt", p.revised_at)
          else p.revised_at end as revised_at,
        case when s.categories <> '{}' and (x.takes or (x.fills and p.categories = '{}'))
          then s.categories else p.categories end as categories,
        case when x.takes then coalesce(s.doi, p.doi)
          when x.fills then coalesce(p.doi, s.doi) else p.doi end as doi,
        case when x.takes then coalesce(s."journalRef", p.journal_ref)
          when x.fills then coalesce(p.journal_ref, s."journalRef")
          else p.journal_ref end as journal_ref,
        case when s.version > p.version then s.note
          when x.takes then coalesce(s.note, p.note)
          when x.fills then coalesce(p.note, s.note) else p.note end as note,
        case when p.retracted then true
          when x.takes then coalesce(s.withdrawn, p.withdrawn)
          when x.fills and s.withdrawn then true else p.withdrawn end as withdrawn,
        case when x.renames then cardinality(s.authors) else p.author_count end as author_count,
        case when s.summary is not null and not 'summary' = any(p.corrected)
            and (p.summary is null or z.replaceable or p.summary_by is not distinct from s."summaryBy")
          then s.summary else p.summary end as summary,
        case when s.summary is not null and (p.summary is null or z.replaceable)
            and not 'summary' = any(p.corrected)
          then s."summaryBy" else p.summary_by end as summary_by,
        case when s.keywords <> '{}' then s.keywords else p.keywords end as keywords,
        case when 'organization_id' = any(p.corrected) then p.organization_id
          else coalesce(o.id, p.organization_id) end as organization_id,
        case when 'code_url' = any(p.corrected) then p.code_url
          else coalesce(s."codeUrl", p.code_url) end as code_url,
        case
          when 'code_url' = any(p.corrected) or s."codeUrl" is null then p.code_added_by
          when s."codeUrl" = p.code_url then coalesce(s."codeAddedBy", p.code_added_by)
          else s."codeAddedBy" end as code_added_by,
        case
          -- The stars belong to the repository in the record.
          when 'code_url' = any(p.corrected) and s."codeUrl" is distinct from p.code_url
            then p.code_stars
          -- Our own count is newer than a list's count of the same repository.
          when p.code_stars_on is not null
            and coalesce(s."codeUrl", p.code_url) is not distinct from p.code_url
            then p.code_stars
          else coalesce(s."codeStars", p.code_stars) end as code_stars,
        case when 'project_url' = any(p.corrected) then p.project_url
          else coalesce(s."projectUrl", p.project_url) end as project_url,
        case when y.lists then 'daily_list' else p.listed_by end as listed_by,
        case when y.lists then s.listing_at else p.submitted_at end as submitted_at,
        case when y.lists then s.listing_day else p.feed_day end as feed_day
      from present x
      join papers p on p.id = x.id
      join staged s on s.position = x.position
      left join organizations o on lower(o.slug) = lower(s.organization_slug)
      cross join lateral (
        select s.listing_at is not null and (p.listed_by is null or p.listed_by = 'upvote') as lists
      ) y
      -- A summary by the host's language model makes way for one of a source.
      cross join lateral (
        select exists (select from model_summaries m where m.paper_id = p.id
          and m.outcome = 'written' and m.model = p.summary_by) as replaceable
      ) z
    )
    update papers p set (version, title, abstract, corrected, published_at, revised_at, categories, doi,
        journal_ref, note, withdrawn, author_count, summary, summary_by, keywords, organization_id,
        code_url, code_added_by, code_stars, project_url, listed_by, submitted_at, feed_day, trending)
      = (w.version, w.title, w.abstract, w.corrected, w.published_at, w.revised_at, w.categories, w.doi,
        w.journal_ref, w.note, w.withdrawn, w.author_count, w.summary, w.summary_by, w.keywords,
        w.organization_id, w.code_url, w.code_added_by, w.code_stars, w.project_url, w.listed_by,
        w.submitted_at, w.feed_day, case when not w.withdrawn then p.trending end)
    from wanted w join before b on b.id = w.id
    where p.id = w.id and row(p.version, p.title, p.abstract, p.corrected, p.published_at, p.revised_at,
        p.categories, p.doi, p.journal_ref, p.note, p.withdrawn, p.author_count, p.summary,
        p.summary_by, p.keywords, p.organization_id, p.code_url, p.code_added_by,
        p.code_stars, p.project_url, p.listed_by, p.submitted_at, p.feed_day)
      is distinct from row(w.version, w.title, w.abstract, w.corrected, w.published_at, w.revised_at,
        w.categories, w.doi, w.journal_ref, w.note, w.withdrawn, w.author_count, w.summary,
        w.summary_by, w.keywords, w.organization_id, w.code_url, w.code_added_by,
        w.code_stars, w.project_url, w.listed_by, w.submitted_at, w.feed_day)
    returning p.id,
      p.withdrawn <> b.withdrawn or p.listed_by is distinct from b.listed_by as relisted`);
  return { updated: idsOf(rows), relisted: idsOf(rows.filter((row) => row.relisted)) };
}
