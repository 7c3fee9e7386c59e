import { getPaperBySlug, listAuthors } from '@/db/queries/papers';
import { listOwnSubmissions } from '@/db/queries/submissions';
import type { Reason } from '@/lib/errors';
import { withDeadline } from '@/lib/http/deadline';
import type { Candidate, OwnSubmission } from './types';

/** A paper as it is to be confirmed; never from the cache, because it may be a second old. */
export async function getCandidate(slug: string): Promise<Candidate | null> {
  const row = await withDeadline(() => getPaperBySlug(slug));
  if (!row) return null;
  const { externalId, title, abstract, categories, withdrawn } = row;
  return {
    slug,
    externalId,
    title,
    abstract,
    categories,
    withdrawn,
    authors: await withDeadline(() => listAuthors(row.id)),
    publishedAt: row.publishedAt.toISOString(),
    listed: row.feedDay !== null && !withdrawn,
  };
}

/** This reader's submissions that had to wait for their source. */
export async function getOwnSubmissions(userId: string): Promise<OwnSubmission[]> {
  const rows = await withDeadline(() => listOwnSubmissions(userId));
  return rows.map(({ slug, title, reason, createdAt, ...row }) => ({
    ...row,
    status: row.status as OwnSubmission['status'],
    reason: reason as Reason | null,
    createdAt: createdAt.toISOString(),
    paper: slug && title ? { slug, title } : null,
  }));
}
