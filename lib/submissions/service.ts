import { type Transaction, transaction } from '@/db/client';
import {
  countTaken,
  deleteSubmission,
  findPaper,
  findSubmission,
  finishSubmission,
  getSubmission,
  getSubmitter,
  insertDraft,
  lockSubmission,
  type SubmissionRow,
  saveDraft,
  setState,
} from '@/db/queries/submissions';
import { enqueue } from '@/lib/base/enqueue';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { parseArxivId } from '@/lib/identifiers/arxiv';
import { notifyModerators } from '@/lib/notify/desk';
import { parseSource, type Source, type SourceId } from '@/lib/papers/sources';
import { isMember, type Member, refuseWriting } from '@/lib/web/policy';
import { takeLimit } from '@/lib/web/rate-limit';
import type { Context, Viewer } from '@/lib/web/types';
import { newDetails, readDetails, readTyped } from './details';
import { filledIn, keep, keepMedia } from './drafts';
import { refuseHere } from './eligibility';
import { bringFromArxiv, fetchFacts, PATIENCE } from './fetching';
import { refuseAge, waitsForReview } from './policy';
import { postItsComment, publishNow } from './publishing';
import { rules } from './rules';
import type { SendInput } from './schema';
import type { Details, LookedUp, Opened, Submitted } from './types';

/** Milliseconds after which a submission is refused if its source never responds. */
const GIVEN_UP = 3 * 86_400_000;

/**
 * Finds an arXiv paper by an identifier or address in any form, at arXiv if necessary, and stores
 * it unlisted. Refuses with not_recognized, not_found, removed, withdrawn, or source_unavailable
 * (then the paper can still be submitted, and is completed later).
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
  const found = await bringFromArxiv(arxiv.id, PATIENCE.person);
  if (found === 'unavailable') return refuse('source_unavailable');
  if (!found) return refuse('not_found', { message: 'arXiv knows no paper of this identifier.' });
  if (found.withdrawn) return refuse('withdrawn');
  return ok({ state: found.listed ? 'here' : 'found', slug: found.slug });
}

/**
 * Starts the viewer's submission of pasted text: returns the paper if it is on the feeds, else a
 * draft with the source's record. If the source does not respond, or does not have the paper, the
 * user fills in the draft, except for arXiv papers.
 */
export async function openDraft(
  { viewer }: Context,
  { text }: { text: string },
): Promise<Result<Opened>> {
  const refusal = await refuseHere(viewer);
  if (refusal || !isMember(viewer)) return refusal ?? refuse('forbidden');
  const wanted = parseSource(text);
  if (!wanted) return refuse('not_recognized');
  const present = await findPaper(wanted.source, wanted.id);
  if (present?.removed) return refuse('removed');
  if (present?.listed) return ok({ state: 'here', slug: present.slug });
  const key = { userId: viewer.id, source: wanted.source, externalId: wanted.id };
  const before = await findSubmission(key);
  if (before?.status === 'pending' || before?.status === 'waiting') {
    return ok({ state: 'draft', id: before.id });
  }
  const initial = await initialDetails(viewer, wanted, present);
  if (!initial.ok) return initial;
  if (before?.status === 'draft') {
    const stored = readDetails(before.details);
    const details = {
      ...initial.data,
      ...filledIn(initial.data, stored),
      commentKey: stored.commentKey,
      kept: stored.kept,
    };
    await transaction((tx) => saveDraft(tx, before.id, { details, picture: before.picture }));
    return ok({ state: 'draft', id: before.id });
  }
  const id = await transaction((tx) => insertDraft(tx, key, initial.data));
  const draft = id ?? (await findSubmission(key))?.id;
  return draft === undefined ? refuse('conflict') : ok({ state: 'draft', id: draft });
}

/** Returns the initial details of a draft. */
async function initialDetails(
  viewer: Viewer,
  wanted: SourceId,
  present: Awaited<ReturnType<typeof findPaper>>,
): Promise<Result<Details>> {
  const doi = ['doi', 'biorxiv', 'medrxiv'].includes(wanted.source) ? wanted.id : null;
  if (wanted.source === 'arxiv' || present) {
    const found =
      wanted.source === 'arxiv' ? await bringFromArxiv(wanted.id, PATIENCE.person) : present;
    if (found === 'unavailable') return ok(newDetails('unavailable', null));
    if (!found) return refuse('not_found', { message: 'arXiv knows no paper of this identifier.' });
    if (found.withdrawn) return refuse('withdrawn');
    return refuseAge(viewer, found.publishedAt, rules()) ?? ok(newDetails('found', doi));
  }
  if (wanted.source === 'web') return ok(newDetails('not_found', null));
  const facts = await fetchFacts(wanted, PATIENCE.person);
  if (facts === 'unavailable' || !facts) return ok(newDetails(facts ?? 'not_found', doi));
  if (facts.record.withdrawn || facts.refusal) {
    return refuse('withdrawn', facts.refusal ? { message: facts.refusal } : undefined);
  }
  const { publishedAt } = facts.record;
  const tooOld = publishedAt && refuseAge(viewer, new Date(publishedAt), rules());
  return tooOld || ok(newDetails(facts, doi));
}

/**
 * Saves the typed text, then sends the draft: the paper is listed at once, or waits for its source
 * or for a moderator. Refuses with `invalid` and messages by field, with `already_here` a likely
 * duplicate, or by the site's rules; the draft keeps the typed text.
 */
export async function sendDraft({ viewer }: Context, input: SendInput): Promise<Result<Submitted>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const row = await getSubmission(input.id);
  if (row?.userId !== viewer.id) return refuse('not_found');
  if (row.status === 'draft') {
    const refusal = (await keep(row, input)) ?? (await refuseHere(viewer));
    if (refusal) return refusal;
  }
  return send(viewer, row.id, { later: input.later });
}

/**
 * Submits a paper in one step, with its source's record. Of two concurrent requests one lists it,
 * and the other gets its address. If the source does not respond, a job completes the submission.
 */
export async function submitPaper(
  context: Context,
  { arxivId, mediaUrls = [] }: { arxivId: string; mediaUrls?: string[] },
): Promise<Result<Submitted>> {
  const { viewer } = context;
  const opened = await openDraft(context, { text: arxivId });
  if (!opened.ok || !isMember(viewer)) return opened.ok ? refuse('forbidden') : opened;
  if (opened.data.state === 'draft') {
    const { id } = opened.data;
    if (mediaUrls.length > 0) await keepMedia(id, mediaUrls);
    return send(viewer, id, { later: true, limited: true });
  }
  const wanted = parseSource(arxivId);
  const paper = wanted && (await findPaper(wanted.source, wanted.id));
  if (!paper) return refuse('not_found');
  return ok({ state: 'already_here', paperId: paper.id, slug: paper.slug });
}

/** `limited`: the caller has already counted it. */
async function send(
  viewer: Member,
  id: number,
  { later, limited = false }: { later: boolean; limited?: boolean },
): Promise<Result<Submitted>> {
  const row = await getSubmission(id);
  if (!row) return refuse('not_found');
  const { source, externalId } = row;
  const waits = (waitsFor: 'source' | 'moderator') =>
    ok({ state: 'pending' as const, arxivId: externalId, waitsFor });
  if (row.status === 'pending') return waits('source');
  if (row.status === 'waiting') return waits('moderator');
  const details = readDetails(row.details);
  const present = await findPaper(source, externalId);
  const incomplete =
    !present && (source === 'arxiv' || (later && details.lookup === 'unavailable'));
  const { problems } = readTyped(details.typed, !present && !incomplete);
  if (problems) return refuse('invalid', { fields: problems });
  const tooMany = limited ? null : await takeLimit('submission', { viewer, address: 'unknown' });
  if (tooMany) return tooMany;
  if (incomplete) {
    await transaction((tx) => waitFor(tx, row, 'pending'));
    return waits('source');
  }
  if (waitsForReview(viewer, await countTaken(viewer.id), rules())) {
    const { facts } = readTyped(details.typed, !present);
    const published = present?.publishedAt ?? new Date(facts?.paper?.date ?? Date.now());
    const tooOld = refuseAge(viewer, published, rules());
    if (tooOld) return tooOld;
    await transaction((tx) => waitFor(tx, row, 'waiting'));
    return waits('moderator');
  }
  const result = await publishNow(id, viewer, { anyway: details.anyway });
  if (!result.ok) return result;
  const { state, paperId, slug } = result.data;
  if (state === 'duplicate') return refuse('already_here');
  const done = await getSubmission(id);
  if (done) await postItsComment(done, viewer);
  return ok({ state, paperId, slug });
}

async function waitFor(
  tx: Transaction,
  { id, userId }: SubmissionRow,
  status: 'pending' | 'waiting',
) {
  const row = await lockSubmission(tx, id);
  if (row?.status !== 'draft' && row?.status !== 'pending') return;
  await setState(tx, id, status, { ...readDetails(row.details), waited: true });
  if (status === 'pending') await enqueue(tx, 'complete_submission', { submissionId: id });
  else await notifyModerators(tx, 'submissions', userId);
}

/** Withdraws the viewer's own submission, or dismisses a refused one. */
export async function dropSubmission(
  { viewer }: Context,
  { id }: { id: number },
): Promise<Result<Record<string, never>>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return (await deleteSubmission(viewer.id, id)) ? ok({}) : refuse('not_found');
}

/** Completes a pending submission; throws while its source does not respond. */
export async function completeSubmission(submissionId: number): Promise<void> {
  const row = await getSubmission(submissionId);
  const submitter = row && (await getSubmitter(row.userId));
  if (!row || !submitter) return;
  if (row.status === 'done') return postItsComment(row, submitter);
  if (row.status !== 'pending') return;
  const refused = (reason: string) => finish(row.id, { status: 'refused', reason });
  if (submitter.banned) return refused('banned');
  const outcome = await storeFacts(row);
  if (outcome === 'unavailable') {
    if (Date.now() - row.createdAt.getTime() < GIVEN_UP) throw new Error('source_unavailable');
    return refused('source_unavailable');
  }
  if (!outcome) return refused('not_found');
  if (outcome === 'withdrawn') return refused('withdrawn');
  if (waitsForReview(submitter, await countTaken(submitter.id), rules())) {
    return transaction((tx) => waitFor(tx, row, 'waiting'));
  }
  const result = await publishNow(row.id, submitter, {
    anyway: readDetails(row.details).anyway,
  });
  // The source lacks required fields, so the user has to fill them in.
  if (!result.ok && result.reason === 'invalid') return back(row.id);
  if (!result.ok) return refused(result.reason);
  const { state, paperId } = result.data;
  if (state === 'duplicate')
    await finish(row.id, { status: 'done', reason: 'already_here', paperId });
  const done = await getSubmission(row.id);
  if (done && state !== 'duplicate') await postItsComment(done, submitter);
}

const finish = (id: number, outcome: Parameters<typeof finishSubmission>[2]) =>
  transaction((tx) => finishSubmission(tx, id, outcome));

const back = (id: number) =>
  transaction(async (tx) => {
    const row = await lockSubmission(tx, id);
    if (row?.status === 'pending') await setState(tx, id, 'draft', row.details);
  });

/** Requests the record of a pending submission from the source, and stores it. */
async function storeFacts(
  row: SubmissionRow,
): Promise<'stored' | 'unavailable' | 'withdrawn' | null> {
  const wanted = { source: row.source as Source, id: row.externalId };
  if (await findPaper(wanted.source, wanted.id)) return 'stored';
  if (wanted.source === 'arxiv') {
    const found = await bringFromArxiv(wanted.id, PATIENCE.job);
    return found === 'unavailable' ? found : found && 'stored';
  }
  const facts = await fetchFacts(wanted, PATIENCE.job);
  if (facts === 'unavailable' || !facts) return facts;
  // A withdrawn paper must not be listed later either.
  if (facts.record.withdrawn || facts.refusal) return 'withdrawn';
  const stored = readDetails(row.details);
  const fetched = newDetails(facts, stored.doi);
  const { commentKey, anyway, mediaUrls } = stored;
  const details = {
    ...fetched,
    ...filledIn(fetched, stored),
    commentKey,
    anyway,
    mediaUrls,
    waited: true,
  };
  await transaction((tx) => setState(tx, row.id, 'pending', details));
  return 'stored';
}
