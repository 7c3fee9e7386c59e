import { type SQL, sql } from 'drizzle-orm';
import type { PaperRecord } from '@/lib/ingest/types';
import type { Transaction } from '../../client';

/** Passes ids as one parameter; drizzle would expand an array into single ones. */
export const idArray = (ids: number[]): SQL => sql`${`{${ids.join(',')}}`}::bigint[]`;

export const idsOf = (rows: { id: string | number }[]): number[] =>
  rows.map((row) => Number(row.id));

/** A record with its slug in case it is new. */
export type StagedRecord = PaperRecord & { slug: string };

const withoutNulls = (_: string, value: unknown) => value ?? undefined;

/**
 * Writes the records to the temporary table `staged` of this transaction, so that all later steps
 * are set-based. `version` is 0 if the source gives none.
 */
export async function stage(tx: Transaction, records: StagedRecord[]): Promise<void> {
  const rows = records.map(({ organization, listing, versions, ...record }, position) => ({
    ...record,
    position,
    version: record.version ?? 0,
    version_numbers: versions?.map(({ number }) => number),
    version_times: versions?.map(({ at }) => at),
    organization_slug: organization?.slug,
    organization_name: organization?.name,
    organization_source_name: organization?.sourceName,
    organization_avatar: organization?.avatarUrl,
    listing_site: listing?.site,
    listing_day: listing?.day,
    listing_at: listing?.at,
    listing_upvotes: listing?.upvotes,
    listing_comments: listing?.comments,
    listing_submitter: listing?.submitter,
    listing_submitter_handle: listing?.submitterHandle,
    listing_submitter_avatar: listing?.submitterAvatar,
    listing_thumbnail: listing?.thumbnail,
  }));
  await tx.execute(sql`
    create temporary table staged with (toast_tuple_target = 8160) on commit drop as
    select * from json_to_recordset(${JSON.stringify(rows, withoutNulls)}::json) as r (
      position int, slug text, source text, "externalId" text, version int,
      version_numbers int[], version_times timestamptz[],
      title text, abstract text, authors text[], orcids jsonb,
      "publishedAt" timestamptz, "revisedAt" timestamptz, categories text[],
      doi text, "journalRef" text, note text, withdrawn boolean,
      "codeUrl" text, "codeAddedBy" text, "codeStars" int, "projectUrl" text,
      summary text, "summaryBy" text, keywords text[],
      organization_slug text, organization_name text, organization_source_name text,
      organization_avatar text, "mediaUrls" jsonb,
      listing_site text, listing_day date, listing_at timestamptz,
      listing_upvotes int, listing_comments int, listing_submitter text,
      listing_submitter_handle text, listing_submitter_avatar text,
      listing_thumbnail text
    )`);
}

/**
 * Creates missing organizations. An existing one keeps its name, and its empty source name and
 * picture are filled in. Returns the updated ones.
 */
export async function insertOrganizations(tx: Transaction): Promise<number[]> {
  const organizations = sql`
    select distinct on (lower(organization_slug)) organization_slug as slug,
      organization_name as name, organization_source_name as source_name,
      organization_avatar as avatar_url
    from staged where organization_slug is not null
    order by lower(organization_slug), organization_avatar is null, position`;
  const filled = await tx.execute<{ id: string }>(sql`
    update organizations o set source_name = coalesce(o.source_name, s.source_name),
      avatar_url = coalesce(o.avatar_url, s.avatar_url)
    from (${organizations}) s where lower(o.slug) = lower(s.slug)
      and ((o.source_name is null and s.source_name is not null)
        or (o.avatar_url is null and s.avatar_url is not null))
    returning o.id`);
  await tx.execute(sql`
    insert into organizations (slug, name, source_name, avatar_url)
    select s.slug, s.name, s.source_name, s.avatar_url from (${organizations}) s
    where not exists (select from organizations o where lower(o.slug) = lower(s.slug))
    on conflict do nothing`);
  return idsOf(filled);
}

/** Allows the transaction to write another batch. */
export async function unstage(tx: Transaction): Promise<void> {
  await tx.execute(sql`drop table if exists staged, present`);
}
