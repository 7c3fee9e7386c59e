import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ExportPaper } from '@/lib/exports/types';
import { db } from '../client';
import { organizations, papers } from '../schema';
import { retraction } from './retractions';

/** Authors named in an export. */
const MOST_AUTHORS = 200;

const authors = sql<{ name: string }[]>`(
  select coalesce(json_agg(json_build_object('name', a.name) order by a.position), '[]')
  from paper_authors a where a.paper_id = ${papers.id} and a.position < ${MOST_AUTHORS}
)`;

/** Papers with citation data, in the order of `ids`; skips deleted ones. */
export async function listExportPapers(ids: number[]): Promise<ExportPaper[]> {
  if (ids.length === 0) return [];
  const rows = await db()
    .select({
      id: papers.id,
      slug: papers.slug,
      source: papers.source,
      externalId: papers.externalId,
      title: papers.title,
      abstract: papers.abstract,
      keywords: papers.keywords,
      authors,
      authorCount: papers.authorCount,
      organization: organizations.name,
      publishedAt: papers.publishedAt,
      categories: papers.categories,
      doi: papers.doi,
      journalRef: papers.journalRef,
      retraction,
      codeUrl: papers.codeUrl,
      upvotes: papers.upvoteCount,
      comments: papers.commentCount,
    })
    .from(papers)
    .leftJoin(organizations, eq(organizations.id, papers.organizationId))
    .where(and(inArray(papers.id, ids), isNull(papers.removedAt)));
  const found = new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        organization: row.organization === null ? null : { name: row.organization },
        publishedAt: row.publishedAt.toISOString(),
      },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Returns the id of the paper with this slug; null if there is none. */
export async function getPaperIdBySlug(slug: string): Promise<number | null> {
  const [row] = await db()
    .select({ id: papers.id })
    .from(papers)
    .where(and(eq(papers.slug, slug), isNull(papers.removedAt)));
  return row?.id ?? null;
}
