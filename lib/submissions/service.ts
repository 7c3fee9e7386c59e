import { transaction } from '@/db/client';
import { publishInvalidation } from '@/db/queries/invalidation';
import {
  findPaper,
  finishSubmission,
  getPending,
  insertPending,
  lockPaper,
} from '@/db/queries/submissions';
import { listPaper } from '@/db/queries/votes';
import { isMember, refuseWriting } from '@/lib/auth/policy';
import type { Context } from '@/lib/auth/types';
import { ok, type Result, refuse } from '@/lib/errors';
import { FEEDS, paperTag } from '@/lib/http/tags';
import { fetchArxiv } from '@/lib/ingest/arxiv-client';
import { ingestBatch } from '@/lib/ingest/service';
import { SourceUnavailable } from '@/lib/ingest/turns';
import { enqueue } from '@/lib/jobs/enqueue';
import { type ArxivId, parseArxivId } from '@/lib/papers/identifiers';
import type { LookedUp, Submitted } from './types';

/** Seconds that a person, or a job, waits for its turn to ask arXiv. */
const PATIENCE = { person: 4, job: 60 };

/** Milliseconds after which a submission is given up when its source never answers. */
const GIVEN_UP = 3 * 86_400_000;

/**
 * Finds the paper that an identifier or address in any form means, from arXiv if need be, and
 * stores it without listing it. Refuses with not_recognized, not_found, removed, withdrawn, or
 * source_unavailable (then the paper can be submitted all the same, to be completed later).
 */
export async function lookUpPaper(
  { viewer }: Context,
  { text }: { text: string },
): Promise<Result<LookedUp>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const arxiv = parseArxivId(text);
  if (!arxiv) return refuse('not_recognized');
  const present = await findPaper('arxiv', arxiv.id);
  if (present?.removed) return refuse('removed');
  if (present?.listed) return ok({ state: 'here', slug: present.slug });
  // What only a list has told of is worth asking arXiv about, but can do without.
  const incomplete = present?.version === 0;
  const found = present && !incomplete ? present : await fetchAndStore(arxiv, PATIENCE.person);
  if (found === 'unavailable' && !present) return refuse('source_unavailable');
  const paper = found === 'unavailable' ? present : found;
  if (!paper) return refuse('not_found', { message: 'arXiv knows no paper of this identifier.' });
  if (paper.withdrawn) return refuse('withdrawn');
  return ok({ state: paper.listed ? 'here' : 'found', slug: paper.slug });
}

/**
 * Puts a paper on the feeds, submitted by the viewer today (UTC). Of two at once one lists it, and
 * the other is told where it is. When arXiv does not answer, the submission is kept for a job.
 */
export async function submitPaper(
  { viewer }: Context,
  { arxivId }: { arxivId: string },
): Promise<Result<Submitted>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const arxiv = parseArxivId(arxivId);
  if (!arxiv) return refuse('not_recognized');
  const paper =
    (await findPaper('arxiv', arxiv.id)) ?? (await fetchAndStore(arxiv, PATIENCE.person));
  if (paper === 'unavailable') return keepForLater(viewer.id, arxiv);
  if (!paper) return refuse('not_found', { message: 'arXiv knows no paper of this identifier.' });
  return list(paper.id, viewer.id);
}

/** Completes a submission that had to wait; throws while its source does not answer. */
export async function completeSubmission(submissionId: number): Promise<void> {
  const pending = await getPending(submissionId);
  if (!pending) return;
  const refused = (reason: string) =>
    transaction((tx) => finishSubmission(tx, pending.id, { status: 'refused', reason }));
  if (pending.banned) return refused('banned');
  const arxiv = { id: pending.externalId };
  const paper =
    (await findPaper(pending.source, arxiv.id)) ?? (await fetchAndStore(arxiv, PATIENCE.job));
  if (paper === 'unavailable') {
    if (Date.now() - pending.createdAt.getTime() < GIVEN_UP) throw new Error('source_unavailable');
    return refused('source_unavailable');
  }
  if (!paper) return refused('not_found');
  const listed = await list(paper.id, pending.userId, pending.id);
  if (!listed.ok) return refused(listed.reason);
}

type Found = Awaited<ReturnType<typeof findPaper>>;

/** Null: arXiv has no such paper. */
async function fetchAndStore(arxiv: ArxivId, patience: number): Promise<Found | 'unavailable'> {
  try {
    const record = await fetchArxiv(arxiv, { patience });
    if (!record) return null;
    await ingestBatch([record]);
    return await findPaper('arxiv', arxiv.id);
  } catch (error) {
    if (error instanceof SourceUnavailable) return 'unavailable';
    throw error;
  }
}

const keepForLater = (userId: string, { id }: ArxivId): Promise<Result<Submitted>> =>
  transaction(async (tx) => {
    const submissionId = await insertPending(tx, { userId, source: 'arxiv', externalId: id });
    if (submissionId !== null) await enqueue(tx, 'complete_submission', { submissionId });
    return ok({ state: 'pending', arxivId: id });
  });

/** With `submissionId`, that submission is done in the same transaction. */
const list = (paperId: number, userId: string, submissionId?: number): Promise<Result<Submitted>> =>
  transaction(async (tx) => {
    const paper = await lockPaper(tx, paperId);
    if (!paper) return refuse('not_found');
    if (paper.removed) return refuse('removed');
    if (paper.withdrawn) return refuse('withdrawn');
    const at = new Date();
    const day = at.toISOString().slice(0, 10);
    const listed =
      !paper.listed &&
      (await listPaper(tx, paperId, { by: 'submission', at, day, submittedBy: userId }));
    if (submissionId !== undefined) {
      const reason = listed ? undefined : 'already_here';
      await finishSubmission(tx, submissionId, { status: 'done', reason, paperId });
    }
    if (listed) await publishInvalidation(tx, [FEEDS, paperTag(paperId)]);
    return ok({ state: listed ? 'listed' : 'already_here', paperId, slug: paper.slug });
  });
