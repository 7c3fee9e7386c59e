import { db } from '@/db/client';
import { getPaperBySlug, listAuthors } from '@/db/queries/papers';
import { getPicture } from '@/db/queries/pictures';
import {
  findPaper,
  getSubmission,
  listOwnSubmissions,
  listWaiting,
  type SubmissionRow,
} from '@/db/queries/submissions';
import type { Reason } from '@/lib/base/errors';
import type { Source } from '@/lib/papers/sources';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import { readDetails, readTyped } from './details';
import { findDuplicates, likenessOf } from './duplicates';
import { refuseHere } from './eligibility';
import type { Candidate, Draft, OwnSubmission, Waiting } from './types';

/** Returns a paper to be confirmed; never cached, because it may be a second old. */
async function getCandidate(slug: string): Promise<Candidate | null> {
  const row = await getPaperBySlug(slug);
  if (!row) return null;
  const { externalId, title, abstract, categories, withdrawn } = row;
  return {
    slug,
    externalId,
    title,
    abstract,
    categories,
    withdrawn,
    authors: await listAuthors(row.id),
    publishedAt: row.publishedAt.toISOString(),
    listed: row.feedDay !== null && !withdrawn,
  };
}

/** Returns the user's own submission with all known facts about its paper, or null. */
export const getDraft = (userId: string, id: number): Promise<Draft | null> =>
  withDeadline(async () => {
    const row = await getSubmission(id);
    return row?.userId === userId ? toDraft(row) : null;
  });

async function toDraft(row: SubmissionRow): Promise<Draft> {
  const { id, externalId, status } = row;
  const source = row.source as Source;
  const details = readDetails(row.details);
  const present = await findPaper(source, externalId);
  const { facts, problems } = readTyped(details.typed, !present && source !== 'arxiv');
  const title = present?.title ?? facts?.paper?.title ?? details.typed.title ?? '';
  const authors = present?.firstAuthors ?? facts?.paper?.authors ?? [];
  const likeness = likenessOf({
    self: { source, id: externalId },
    title,
    doi: present?.doi ?? details.doi,
    related: details.related,
    except: present?.id,
  });
  const duplicates = title
    ? await findDuplicates(likeness, authors, { listedOnly: source === 'arxiv' })
    : [];
  return {
    id,
    source,
    externalId,
    status,
    details,
    picture: row.picture ? await getPicture(db(), row.picture) : null,
    paper: present && !present.removed ? await getCandidate(present.slug) : null,
    duplicates,
    problems: problems ?? {},
  };
}

/** Returns a user's drafts, and submissions that have or had to wait. */
export async function getOwnSubmissions(userId: string): Promise<OwnSubmission[]> {
  const rows = await withDeadline(() => listOwnSubmissions(userId));
  return rows.map(({ title, typedTitle, reason, createdAt, ...row }) => ({
    ...row,
    title: title ?? (typedTitle || null),
    reason: reason as Reason | null,
    createdAt: createdAt.toISOString(),
  }));
}

const SHOWN = 30;

/** Returns submissions that wait for a moderator, oldest first; `more` if there are others. */
export const listWaitingSubmissions = (): Promise<{ waiting: Waiting[]; more: boolean }> =>
  withDeadline(async () => {
    const rows = await listWaiting(SHOWN + 1);
    const waiting: Waiting[] = [];
    for (const { handle, since, ...row } of rows.slice(0, SHOWN)) {
      waiting.push({
        ...(await toDraft(row)),
        submitter: { handle: handle ?? '', since: since.toISOString() },
        createdAt: row.createdAt.toISOString(),
      });
    }
    return { waiting, more: rows.length > SHOWN };
  });

/** Returns a message why this viewer may not submit papers here; null if they may. */
export async function whyNotHere(viewer: Viewer): Promise<string | null> {
  const refusal = await withDeadline(() => refuseHere(viewer));
  return refusal && (refusal.message ?? 'This account may not submit papers.');
}
