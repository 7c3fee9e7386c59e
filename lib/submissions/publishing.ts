import { type Transaction, transaction } from '@/db/client';
import { lockCorrectable, writeChanges } from '@/db/queries/corrections';
import { addToPaper, lockLikeness } from '@/db/queries/duplicates';
import { writePapers } from '@/db/queries/ingest';
import { publishPapers } from '@/db/queries/invalidation';
import {
  findPaper,
  finishSubmission,
  lockPaper,
  lockSubmission,
  type SubmissionRow,
} from '@/db/queries/submissions';
import { insertUpvote, listPaper, lockVoter } from '@/db/queries/votes';
import { enqueue } from '@/lib/base/enqueue';
import { attempt, Refused, type Result, refuse } from '@/lib/base/errors';
import { postComment } from '@/lib/comments/service';
import { toRecord } from '@/lib/ingest/record';
import { newSlug } from '@/lib/ingest/slugs';
import { nameSlug } from '@/lib/ingest/text';
import type { PaperRecord } from '@/lib/ingest/types';
import type { Source } from '@/lib/papers/sources';
import type { Viewer } from '@/lib/web/types';
import { readDetails, readTyped } from './details';
import { sameText } from './drafts';
import { findDuplicates, likenessOf } from './duplicates';
import { refuseAge } from './policy';
import { rules } from './rules';
import type { EditFacts, PaperFacts } from './schema';
import type { Details } from './types';

/** `duplicate`: nothing changed, because this paper is a likely duplicate. */
export type Published = {
  state: 'listed' | 'already_here' | 'duplicate';
  paperId: number;
  slug: string;
};

/**
 * Lists the paper of a submission on today's feeds (UTC), submitted and upvoted by this user, and
 * completes the submission, in the caller's transaction. Of several concurrent ones, under any
 * identifiers, one lists it and the others get its address. `anyway` skips the check for
 * duplicates. Throws Refused, which rolls everything back.
 */
export async function publish(
  tx: Transaction,
  submissionId: number,
  submitter: Viewer,
  { anyway }: { anyway: boolean },
): Promise<Published> {
  // Votes lock the user before the paper, so this has to, too.
  await lockVoter(tx, submitter.id);
  const row = await lockSubmission(tx, submissionId);
  if (!row || row.status === 'refused') throw new Refused(refuse('not_found'));
  const { externalId } = row;
  const source = row.source as Source;
  const present = await findPaper(source, externalId, tx);
  if (row.status === 'done' && present) {
    return { state: 'already_here', paperId: present.id, slug: present.slug };
  }
  const details = readDetails(row.details);
  const read = readTyped(details.typed, !present);
  if (!read.facts) throw new Refused(refuse('invalid', { fields: read.problems }));
  const { facts } = read;

  const title = present?.title ?? facts.paper?.title ?? '';
  const authors = present?.firstAuthors ?? facts.paper?.authors ?? [];
  const doi = present?.doi ?? details.doi;
  const self = { source, id: externalId };
  const likeness = likenessOf({ self, title, doi, related: details.related, except: present?.id });
  await lockLikeness(tx, likeness);
  const paper = present ?? (await findPaper(source, externalId, tx));
  if (!anyway && !paper?.listed) {
    const [duplicate] = await findDuplicates(likeness, authors, {
      listedOnly: source === 'arxiv',
      on: tx,
    });
    if (duplicate) return { state: 'duplicate', paperId: duplicate.id, slug: duplicate.slug };
  }
  const placed = paper ?? (facts.paper && (await insert(tx, row, facts.paper, details)));
  const locked = placed && (await lockPaper(tx, placed.id));
  if (!locked) throw new Refused(refuse('conflict'));
  if (locked.removed) throw new Refused(refuse('removed'));
  if (locked.withdrawn) throw new Refused(refuse('withdrawn'));
  const tooOld = locked.listed ? null : refuseAge(submitter, locked.publishedAt, rules());
  if (tooOld) throw new Refused(tooOld);

  const { code, project, organization } = facts;
  if (!locked.listed) {
    // A newer version has text of its own, so the typed text no longer applies.
    if (present?.version === details.version && facts.edits) {
      await putRight(tx, locked.id, submitter.id, facts.edits);
    }
    const slug = nameSlug(organization ?? '');
    const named = organization && slug ? { slug, name: organization } : null;
    const { mediaUrls } = details;
    const { picture } = row;
    const extras = { code, project, picture, organization: named, mediaUrls };
    await addToPaper(tx, locked.id, extras);
  }
  const at = new Date();
  const day = at.toISOString().slice(0, 10);
  const listed =
    !locked.listed &&
    (await listPaper(tx, locked.id, { by: 'submission', at, day, submittedBy: submitter.id }));
  // It is shown, can be withdrawn, and has no weight, like all votes for one's own papers.
  if (listed) await insertUpvote(tx, { userId: submitter.id, paperId: locked.id });
  const reason = listed ? undefined : 'already_here';
  await finishSubmission(tx, row.id, { status: 'done', reason, paperId: locked.id });
  // The job posts the comment if this process dies first.
  if (facts.comment) await enqueue(tx, 'complete_submission', { submissionId: row.id });
  if (listed) await publishPapers(tx, [locked.id]);
  const { id: paperId, slug } = locked;
  return { state: listed ? 'listed' : 'already_here', paperId, slug };
}

/** Sets the submitter's title and abstract as public corrections, until the next version. */
async function putRight(tx: Transaction, paperId: number, userId: string, edits: EditFacts) {
  const paper = await lockCorrectable(tx, { id: paperId });
  if (!paper) return;
  const changes = (['title', 'abstract'] as const).flatMap((field) => {
    const after = edits[field];
    if (after === null || sameText(after, paper[field])) return [];
    return [{ field, before: paper[field], beforeBy: null, after, afterBy: null }];
  });
  await writeChanges(tx, paperId, changes, { userId, logId: null, role: 'submitter' });
}

/** Publishes in a transaction of its own. */
export async function publishNow(
  submissionId: number,
  submitter: Viewer,
  options: { anyway: boolean },
): Promise<Result<Published>> {
  return attempt(() => transaction((tx) => publish(tx, submissionId, submitter, options)));
}

async function insert(tx: Transaction, row: SubmissionRow, facts: PaperFacts, details: Details) {
  const { source, externalId } = row;
  const parsed = toRecord(externalId, null, () => ({
    source,
    externalId,
    version: details.version,
    title: facts.title,
    abstract: facts.abstract,
    authors: facts.authors,
    publishedAt: `${facts.date}T00:00:00.000Z`,
    categories: [facts.topic, facts.second].filter(Boolean),
    keywords: details.keywords,
    doi: details.doi,
    journalRef: details.journalRef,
  }));
  return parsed.ok ? place(tx, parsed.record) : null;
}

/** Its random short id may be taken, so it may need another one. */
async function place(tx: Transaction, record: PaperRecord) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const { unplaced } = await writePapers(tx, [{ ...record, slug: newSlug(record) }]);
    if (unplaced.length === 0) return findPaper(record.source, record.externalId, tx);
  }
  return null;
}

/** Posts a submission's comment, once; does nothing without a comment. */
export async function postItsComment(row: SubmissionRow, submitter: Viewer): Promise<void> {
  const { typed, commentKey } = readDetails(row.details);
  const markdown = typed.comment?.trim();
  if (row.status !== 'done' || !row.paperId || !markdown) return;
  await postComment(
    { viewer: submitter },
    { paperId: row.paperId, markdown, clientKey: commentKey },
  );
}
