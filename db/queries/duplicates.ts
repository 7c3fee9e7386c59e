import { and, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '@/db/client';
import { paperAuthors, papers } from '@/db/schema';
import { titleKey } from '@/db/schema/papers';

/** What two entries of one paper have in common. */
export type Likeness = {
  title: string;
  /** In lower case. */
  dois: string[];
  /** Identifiers at their sources, also of preprints and versions. */
  ids: { source: string; externalId: string }[];
  /** The paper itself, where it is here already. */
  except?: number;
};

const keyOfText = (title: string): SQL => titleKey(sql`${title}::text`);

/** Papers that share an identifier or the letters of the title; who wrote them is for the caller. */
export function listTwins(likeness: Likeness, on: Executor = db()) {
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
      /** By an identifier and not only by its title. */
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
 * Has whoever brings in the same paper at this moment, under whatever identifier, wait until this
 * transaction is over. In one order, so that two never wait for each other.
 */
export async function lockLikeness(tx: Transaction, { title, dois }: Likeness): Promise<void> {
  const [key] = await tx.execute<{ key: string }>(sql`select ${keyOfText(title)} as key`);
  for (const one of [
    ...new Set([`title ${key?.key}`, ...dois.map((doi) => `doi ${doi}`)]),
  ].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${one}, 7))`);
  }
}

/** What a column of a paper has, or else what is given, where nobody has corrected it. */
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
 * Adds to a paper what it has not yet, unless it was corrected to have none; an organization that
 * is not here yet is made.
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
