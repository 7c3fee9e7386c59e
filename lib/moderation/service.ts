import { type Transaction, transaction } from '@/db/client';
import { findReader, listExclusions, lockJudged } from '@/db/queries/moderation-acts';
import { saveDismissal } from '@/db/queries/moderation-patterns';
import type { Context } from '@/lib/auth/types';
import { ok, type Refusal, type Result, refuse } from '@/lib/errors';
import { excludeAll, judgeReader, movePaper, restoreAll } from './acts';
import { refuseJudging, refuseModerating } from './policy';
import { recountAtOnce } from './recounting';
import type {
  DismissInput,
  ExcludeInput,
  PaperInput,
  ReaderInput,
  RestoreVotesInput,
} from './schema';

/** What was done, and the cache tags that are out of date since. */
export type Moderated = { tags: string[] };

/** A refusal found inside a transaction, which it rolls back. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

async function moderate<T>(
  { viewer }: Context,
  work: (tx: Transaction, actorId: string) => Promise<T>,
): Promise<Result<T>> {
  const refusal = refuseModerating(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  try {
    return ok(await transaction((tx) => work(tx, viewer.id)));
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

const nothing = (message: string): Refused => new Refused(refuse('not_found', { message }));

/** Locks readers and refuses unless the viewer may judge each of them. */
async function lockAndAsk(tx: Transaction, { viewer }: Context, ids: string[]) {
  const readers = await lockJudged(tx, [...new Set(ids)]);
  for (const reader of readers) {
    const refusal = refuseJudging(viewer, reader);
    if (refusal) throw new Refused(refusal);
  }
  return readers;
}

/**
 * Takes votes out of counts and scores, for good: who votes anew on the paper is still excluded.
 * Votes that are not there or excluded already are passed over; `not_found` when all are.
 */
export async function excludeVotes(
  context: Context,
  { votes, reason }: ExcludeInput,
): Promise<Result<Moderated & { excluded: number }>> {
  return moderate(context, async (tx, actorId) => {
    const voters = votes.map((vote) => vote.userId);
    await lockAndAsk(tx, context, voters);
    const done = await excludeAll(tx, votes, { actorId, reason });
    if (!done) throw nothing('These votes are gone, or excluded already.');
    return done;
  });
}

/** Counts the votes again that one entry of the log excluded. */
export async function restoreVotes(
  context: Context,
  { logId, reason }: RestoreVotesInput,
): Promise<Result<Moderated>> {
  return moderate(context, async (tx, actorId) => {
    const voters = (await listExclusions(tx, logId)).map((vote) => vote.userId);
    await lockAndAsk(tx, context, voters);
    const votes = await listExclusions(tx, logId);
    if (votes.length === 0) throw nothing('No vote is excluded by this entry any more.');
    return { tags: await restoreAll(tx, votes, { actorId, reason, logId }) };
  });
}

const judge = (context: Context, { handle, reason }: ReaderInput, banned: boolean) =>
  moderate(context, async (tx, actorId) => {
    const found = await findReader(tx, handle);
    const [reader] = found ? await lockAndAsk(tx, context, [found.id]) : [];
    if (!reader) throw nothing(`There is no reader called ${handle}.`);
    return { tags: await judgeReader(tx, reader, { actorId, reason, banned }) };
  });

/** Ends the reader's sessions, and takes votes and comments out of counts and scores. */
export async function banReader(context: Context, input: ReaderInput): Promise<Result<Moderated>> {
  return judge(context, input, true);
}

/** Lets a banned reader in again; what was voted and written before counts again. */
export async function unbanReader(
  context: Context,
  input: ReaderInput,
): Promise<Result<Moderated>> {
  return judge(context, input, false);
}

const move = (context: Context, { slug, reason }: PaperInput, removed: boolean) =>
  moderate(context, async (tx, actorId) => {
    const tags = await movePaper(tx, slug, { actorId, reason, removed });
    if (!tags) throw nothing(removed ? 'There is no such paper.' : 'This paper is not removed.');
    return { tags };
  });

/** Takes a paper off the site: no page, no feed, no badge; votes and comments are kept. */
export async function removePaper(context: Context, input: PaperInput): Promise<Result<Moderated>> {
  return move(context, input, true);
}

/** Puts a removed paper back where its votes and comments place it. */
export async function restorePaper(
  context: Context,
  input: PaperInput,
): Promise<Result<Moderated>> {
  return move(context, input, false);
}

/** Puts a pattern aside; it is shown again when it has twice as many votes. Not in the log. */
export async function dismissPattern(
  context: Context,
  input: DismissInput,
): Promise<Result<Moderated>> {
  return moderate(context, async (tx, actorId) => {
    const { key, count, reason } = input;
    await saveDismissal(tx, { key, votes: count, reason, actorId });
    return { tags: [] };
  });
}

/** A job: what an act concerned beyond the papers that it recounted itself. */
export async function recomputePapers(paperIds: number[], logId: number): Promise<void> {
  await transaction((tx) => recountAtOnce(tx, paperIds, logId));
}
