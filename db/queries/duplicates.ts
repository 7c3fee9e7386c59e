import { and, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '@/db/client';
import { paperAuthors, papers } from '@/db/schema';
import { titleKey } from '@/db/schema/papers';

/** Features that two entries of one paper share. */
export type Likeness = {
  title: string;
  /** In lower case. */
  dois: string[];
  /** Identifiers at their sources, including those of preprints and versions. */
  ids: { source: string; externalId: string }[];
  /** The paper itself, if it exists. */
  except?: number;
};

const keyOfText = (title: string): SQL => titleKey(sql`${title}::text`);

/** Papers that share an identifier or the letters of the title; the caller compares the authors. */
export function listDuplicates(likeness: Likeness, on: Executor = db()) {
  const { title, dois, ids, except } = likeness;
  const sameId = or(
    sql`false`,
    dois.length > 0 ? inArray(sql`lower(${papers.doi})`, dois) : undefined,
    ...ids.map(({ source, externalId }) =>
      and(eq(papers.source, source), eq(papers.externalId, externalId)),
    ),
  );
  return on
    .select({
      id: papers.id,
      slug: papers.slug,
      title: papers.title,
      source: papers.source,
      externalId: papers.externalId,
      publishedAt: papers.publishedAt,
      listed: sql<boolean>`${papers.trending} is not null`,
      authors: sql<string[]>`array(select ${paperAuthors.name} from ${paperAuthors}
        where ${paperAuthors.paperId} = ${papers.id} order by ${paperAuthors.position} limit 3)`,
      /** Matched by an identifier, not only by title. */
      certain: sql<boolean>`coalesce(${sameId}, false)`,
    })
    .from(papers)
    .where(
      and(
        or(sameId, eq(titleKey(papers.title), keyOfText(title))),
        isNull(papers.removedAt),
        isNull(papers.mergedInto),
        except === undefined ? undefined : ne(papers.id, except),
      ),
    )
    .orderBy(sql`${papers.trending} is null`, papers.id)
    .limit(10);
}

/**
 * Makes concurrent imports of the same paper, under any identifier, wait until this transaction
 * ends. Takes its locks in a fixed order to avoid deadlocks.
 */
export async function lockLikeness(tx: Transaction, { title, dois }: Likeness): Promise<void> {
  const [key] = await tx.execute<{ key: string }>(sql`select ${keyOfText(title)} as key`);
  for (const one of [
    ...new Set([`title ${key?.key}`, ...dois.map((doi) => `doi ${doi}`)]),
  ].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${one}, 7))`);
  }
}

/** Keeps a column's value or fills it with the given one, unless it was corrected. */
const unless = (name: string, given: SQL): SQL => {
  const column = sql.identifier(name);
  return sql`case when ${name} = any(corrected) then ${column} else coalesce(${column}, ${given}) end`;
};

type Extras = {
  code: string | null;
  project: string | null;
  picture: string | null;
  organization: { slug: string; name: string } | null;
  mediaUrls: string[];
};

/**
 * Fills a paper's empty fields, except those that were corrected to be empty; creates a missing
 * organization.
 */
export async function addToPaper(tx: Transaction, paperId: number, extras: Extras): Promise<void> {
  const { code, project, picture, organization, mediaUrls } = extras;
  if (organization) {
    await tx.execute(sql`
      insert into organizations (slug, name)
      select ${organization.slug}, ${organization.name}
      where not exists (select from organizations
        where lower(slug) = lower(${organization.slug}) or lower(name) = lower(${organization.name}))
      on conflict do nothing`);
  }
  const named = sql`(select id from organizations
    where lower(slug) = lower(${organization?.slug ?? null})
      or lower(name) = lower(${organization?.name ?? null})
    order by lower(name) = lower(${organization?.name ?? null}) desc, id limit 1)`;
  await tx.execute(sql`
    update papers set
      code_url = ${unless('code_url', sql`${code}`)},
      project_url = ${unless('project_url', sql`${project}`)},
      picture = ${unless('picture', sql`${picture}`)},
      media_urls = case when media_urls <> '{}' then media_urls else array(
        select jsonb_array_elements_text(${JSON.stringify(mediaUrls)}::jsonb)) end,
      organization_id = ${unless('organization_id', named)}
    where id = ${paperId}`);
}
