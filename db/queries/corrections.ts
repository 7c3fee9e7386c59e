import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { organizationTag } from '@/lib/base/tags';
import { COLUMNS, type CorrectedField, type CorrectorRole } from '@/lib/corrections/types';
import type { Picture } from '@/lib/pictures/types';
import type { Executor, Transaction } from '../client';
import { organizations, paperAuthors, paperCorrections, papers, users } from '../schema';
import { publishInvalidation } from './invalidation';

/** The current values of the correctable fields. */
export type Correctable = {
  id: number;
  title: string;
  abstract: string;
  summary: string | null;
  summaryBy: string | null;
  code: string | null;
  project: string | null;
  /** Slug. */
  organization: string | null;
  /** Picture name. */
  picture: string | null;
  /** Columns whose current value is a correction. */
  corrected: string[];
};

const correctable = {
  id: papers.id,
  title: papers.title,
  abstract: papers.abstract,
  summary: papers.summary,
  summaryBy: papers.summaryBy,
  code: papers.codeUrl,
  project: papers.projectUrl,
  organization: sql<string | null>`(
    select o.slug from organizations o where o.id = ${papers.organizationId})`,
  picture: papers.picture,
  corrected: papers.corrected,
};

/** Locks a paper and returns its correctable fields; null if there is none. */
export async function lockCorrectable(
  tx: Transaction,
  paper: { slug: string } | { id: number },
): Promise<Correctable | null> {
  const [row] = await tx
    .select(correctable)
    .from(papers)
    .where(
      and(
        'slug' in paper ? eq(papers.slug, paper.slug) : eq(papers.id, paper.id),
        isNull(papers.removedAt),
      ),
    )
    .for('no key update');
  return row ?? null;
}

/** Does the same without a lock, for the form. */
export async function getCorrectable(on: Executor, slug: string): Promise<Correctable | null> {
  const [row] = await on
    .select(correctable)
    .from(papers)
    .where(and(eq(papers.slug, slug), isNull(papers.removedAt)));
  return row ?? null;
}

/** Returns a confirmed author's name on a paper; null for anyone else. */
export async function getAuthorName(
  on: Executor,
  userId: string,
  paperId: number,
): Promise<string | null> {
  const [row] = await on
    .select({ name: paperAuthors.name })
    .from(paperAuthors)
    .where(
      and(
        eq(paperAuthors.paperId, paperId),
        eq(paperAuthors.userId, userId),
        eq(paperAuthors.claimStatus, 'verified'),
      ),
    )
    .limit(1);
  return row?.name ?? null;
}

/** Returns the slug of the organization with this slug or full name; null for none. */
export async function findOrganizationSlug(on: Executor, text: string): Promise<string | null> {
  const [row] = await on
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(
      sql`lower(${organizations.slug}) = lower(${text}) or lower(${organizations.name}) = lower(${text})`,
    )
    .orderBy(sql`lower(${organizations.slug}) = lower(${text}) desc`, organizations.id)
    .limit(1);
  return row?.slug ?? null;
}

export type Change = {
  field: CorrectedField;
  before: string | null;
  beforeBy: string | null;
  after: string | null;
  /** Display name of a summary's author. */
  afterBy: string | null;
};

/**
 * Sets fields of a locked paper and records each in its history. Imports skip them from then on,
 * unless `free`: then the value is the source's own again. Clears the old code's stars.
 */
export async function writeChanges(
  tx: Transaction,
  paperId: number,
  changes: Change[],
  by: { userId: string | null; logId: number | null; role?: CorrectorRole; free?: boolean },
): Promise<void> {
  for (const { field, before, beforeBy, after, afterBy } of changes) {
    const { userId, logId, role } = by;
    await tx
      .insert(paperCorrections)
      .values({ paperId, userId, field, before, after, beforeBy, logId, role });
    const column = COLUMNS[field];
    if (field === 'organization') await publishFormer(tx, paperId);
    const corrected = by.free
      ? sql`array_remove(${papers.corrected}, ${column})`
      : sql`array_append(array_remove(${papers.corrected}, ${column}), ${column})`;
    await tx
      .update(papers)
      .set({ ...valuesOf(field, after, afterBy), corrected })
      .where(eq(papers.id, paperId));
  }
}

/**
 * Publishes the organization that a paper is about to leave, since the paper will not name it
 * later.
 */
async function publishFormer(tx: Transaction, paperId: number): Promise<void> {
  const [paper] = await tx
    .select({ id: papers.organizationId })
    .from(papers)
    .where(eq(papers.id, paperId));
  if (paper?.id) await publishInvalidation(tx, [organizationTag(paper.id)]);
}

function valuesOf(field: CorrectedField, after: string | null, by: string | null) {
  switch (field) {
    case 'title':
      return { title: after ?? '' };
    case 'abstract':
      return { abstract: after ?? '' };
    case 'summary':
      return { summary: after, summaryBy: after === null ? null : by };
    case 'code':
      return { codeUrl: after, codeStars: null, codeStarsOn: null };
    case 'project':
      return { projectUrl: after };
    case 'organization':
      return {
        organizationId: sql<number>`(
          select o.id from organizations o where lower(o.slug) = lower(${after}))`,
      };
    case 'picture':
      return { picture: after };
  }
}

const columns = {
  id: paperCorrections.id,
  paperId: paperCorrections.paperId,
  userId: paperCorrections.userId,
  role: paperCorrections.role,
  field: paperCorrections.field,
  before: paperCorrections.before,
  beforeBy: paperCorrections.beforeBy,
  after: paperCorrections.after,
  logId: paperCorrections.logId,
};

export async function getCorrection(on: Executor, id: number) {
  const [row] = await on.select(columns).from(paperCorrections).where(eq(paperCorrections.id, id));
  return row ?? null;
}

/** Whether a field of a paper was already corrected before this correction. */
export async function isCorrectedBefore(
  on: Executor,
  { paperId, field, id }: { paperId: number; field: CorrectedField; id: number },
): Promise<boolean> {
  const [row] = await on
    .select({ id: paperCorrections.id })
    .from(paperCorrections)
    .where(
      and(
        eq(paperCorrections.paperId, paperId),
        eq(paperCorrections.field, field),
        lt(paperCorrections.id, id),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/**
 * For each field whose current value is from this user: the first of the user's corrections since
 * the last one by someone else. It knows the previous value.
 */
export async function listStanding(on: Executor, paperId: number, userId: string) {
  const rows = await on
    .select(columns)
    .from(paperCorrections)
    .where(eq(paperCorrections.paperId, paperId))
    .orderBy(desc(paperCorrections.id));
  const standing = new Map<CorrectedField, (typeof rows)[number]>();
  const closed = new Set<CorrectedField>();
  for (const row of rows) {
    if (row.userId !== userId || row.logId !== null || row.role !== 'author') closed.add(row.field);
    if (!closed.has(row.field)) standing.set(row.field, row);
  }
  return [...standing.values()];
}

/** A picture from the history; null if a moderator reverted it or it was deleted. */
const seen = (hash: AnyPgColumn) => sql<Picture | null>`case
  when ${paperCorrections.field} = 'picture' and not exists (
    select from paper_corrections back where back.paper_id = ${paperCorrections.paperId}
      and back.field = 'picture' and back.log_id is not null and back.before = ${hash}
  ) then (
    select json_build_object('hash', p.hash, 'width', p.width, 'height', p.height)
    from pictures p where p.hash = ${hash}) end`;

/** All corrections of a paper, latest first. */
export const listCorrections = (on: Executor, paperId: number, limit: number) =>
  on
    .select({
      ...columns,
      by: users.handle,
      createdAt: paperCorrections.createdAt,
      pictureBefore: seen(paperCorrections.before),
      pictureAfter: seen(paperCorrections.after),
    })
    .from(paperCorrections)
    .leftJoin(users, eq(users.id, paperCorrections.userId))
    .where(eq(paperCorrections.paperId, paperId))
    .orderBy(desc(paperCorrections.id))
    .limit(limit);
