import { type Transaction, transaction } from '@/db/client';
import { getCollectionByKey } from '@/db/queries/collections';
import { findReader, type Judged, listExclusions, lockJudged } from '@/db/queries/moderation-acts';
import { saveDismissal } from '@/db/queries/moderation-patterns';
import { closeReports } from '@/db/queries/reports';
import { Refused, type Result, refuse } from '@/lib/base/errors';
import type { Context } from '@/lib/web/types';
import { type Done, excludeAll, movePaper, restoreAll } from './acts';
import { moveCollection } from './collection-acts';
import { moveComment, turnDiscussion } from './discussion-acts';
import { lookForPatterns } from './looking';
import { mergeInto } from './merging';
import { administer, lockAndAsk, moderate, nothing } from './moderating';
import { changeRole } from './operator';
import { turnPicture, withoutAvatar } from './picture-acts';
import { ban, clearEndedBans, limit, unban, warn } from './reader-acts';
import { recountAtOnce } from './recounting';
import {
  type BanInput,
  type CollectionInput,
  type CommentInput,
  type DismissInput,
  type ExcludeInput,
  inDays,
  type LimitInput,
  type MergeInput,
  type PaperInput,
  type ReaderInput,
  type RestoreVotesInput,
  type RoleInput,
} from './schema';

/**
 * Excludes votes from counts and scores, permanently: a new vote of the same user on the paper
 * stays excluded. Unknown or already excluded votes are skipped; refuses with `not_found` if all
 * are.
 */
export async function excludeVotes(
  context: Context,
  { votes, reason }: ExcludeInput,
): Promise<Result<{ excluded: number }>> {
  return moderate(context, async (tx, actorId) => {
    const voters = votes.map((vote) => vote.userId);
    await lockAndAsk(tx, context, voters);
    const done = await excludeAll(tx, votes, { actorId, reason });
    if (!done) throw nothing('These votes are gone, or excluded already.');
    return done;
  });
}

/** Restores the votes that one log entry excluded. */
export async function restoreVotes(
  context: Context,
  { logId, reason }: RestoreVotesInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const voters = (await listExclusions(tx, logId)).map((vote) => vote.userId);
    await lockAndAsk(tx, context, voters);
    const votes = await listExclusions(tx, logId);
    if (votes.length === 0) throw nothing('No vote is excluded by this entry any more.');
    await restoreAll(tx, votes, { actorId, reason, logId });
  });
}

const judge = (
  context: Context,
  handle: string,
  act: (tx: Transaction, reader: Judged, actorId: string) => Promise<Done | null>,
) =>
  moderate(context, async (tx, actorId) => {
    const found = await findReader(tx, handle);
    const [reader] = found ? await lockAndAsk(tx, context, [found.id]) : [];
    if (!reader) throw nothing(`There is no reader called ${handle}.`);
    // Idempotent, without a second log entry.
    await act(tx, reader, actorId);
  });

/** Warns a user, in public and on the next visit; removes nothing. */
export async function warnReader(
  context: Context,
  { handle, reason }: ReaderInput,
): Promise<Result<void>> {
  return judge(context, handle, (tx, reader, actorId) => warn(tx, reader, { actorId, reason }));
}

/** Limits a user to a new account's quota for some days. */
export async function limitReader(
  context: Context,
  { handle, reason, days }: LimitInput,
): Promise<Result<void>> {
  return judge(context, handle, (tx, reader, actorId) =>
    limit(tx, reader, { actorId, reason, until: inDays(days) }),
  );
}

/** Lifts a limit. */
export async function unlimitReader(
  context: Context,
  { handle, reason }: ReaderInput,
): Promise<Result<void>> {
  return judge(context, handle, (tx, reader, actorId) =>
    limit(tx, reader, { actorId, reason, until: null }),
  );
}

/**
 * Bans a user: ends their sessions and removes their votes and comments from counts and scores, for
 * some days or permanently; hides the comments of some days, or all, if asked.
 */
export async function banReader(
  context: Context,
  { handle, reason, days = null, hide = null }: BanInput,
): Promise<Result<void>> {
  return judge(context, handle, (tx, reader, actorId) =>
    ban(tx, reader, { actorId, reason, until: inDays(days), hide }),
  );
}

/** Lifts a ban; earlier votes and comments count again. */
export async function unbanReader(
  context: Context,
  { handle, reason }: ReaderInput,
): Promise<Result<void>> {
  return judge(context, handle, (tx, reader, actorId) => unban(tx, reader, { actorId, reason }));
}

/** Removes a user's uploaded avatar; the generated one takes its place. */
export async function removeAvatar(
  context: Context,
  { handle, reason }: ReaderInput,
): Promise<Result<void>> {
  return judge(context, handle, (tx, reader, actorId) =>
    withoutAvatar(tx, reader, { actorId, reason }),
  );
}

/**
 * Assigns or removes a role. Refuses with `conflict` if it is that of the last administrator: a
 * site needs one.
 */
export async function setReaderRole(
  context: Context,
  { handle, role, reason }: RoleInput,
): Promise<Result<void>> {
  return administer(context, async (tx, actorId, admins) => {
    const found = await findReader(tx, handle);
    const [reader] = found ? await lockJudged(tx, [found.id]) : [];
    if (!reader) throw nothing(`There is no reader called ${handle}.`);
    if (reader.id === actorId && role !== 'admin' && admins.length === 1) {
      const message = 'You are the only administrator: make somebody else one first.';
      throw new Refused(refuse('conflict', { message }));
    }
    await changeRole(tx, reader, role, { actorId, reason });
  });
}

const move = (context: Context, { slug, reason }: PaperInput, removed: boolean) =>
  moderate(context, async (tx, actorId) => {
    const done = await movePaper(tx, slug, { actorId, reason, removed });
    if (!done) throw nothing(removed ? 'There is no such paper.' : 'This paper is not removed.');
  });

/** Removes a paper: no page, no feed, no badge; votes and comments are kept. */
export async function removePaper(context: Context, input: PaperInput): Promise<Result<void>> {
  return move(context, input, true);
}

/** Restores a removed paper where its votes and comments place it. */
export async function restorePaper(context: Context, input: PaperInput): Promise<Result<void>> {
  return move(context, input, false);
}

/**
 * Merges a duplicate into another paper: its votes and comments move, a user who upvoted both
 * counts once, and its addresses redirect. `conflict` has a message if they may not be merged.
 */
export async function mergePapers(
  context: Context,
  { slug, into, reason }: MergeInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    await mergeInto(tx, { from: slug, into }, { actorId, reason });
  });
}

const show = (context: Context, { id, reason }: CommentInput, hidden: boolean) =>
  moderate(context, async (tx, actorId) => {
    const done = await moveComment(tx, context, id, { actorId, reason, hidden });
    if (!done) throw nothing(hidden ? 'There is nothing to hide.' : 'This comment is not hidden.');
    if (hidden) await closeReports(tx, { commentId: id }, { by: actorId, logId: done.logId });
  });

/**
 * Hides a comment's text and author on every page, excludes it from counts and scores, and resolves
 * reports of it.
 */
export async function hideComment(context: Context, input: CommentInput): Promise<Result<void>> {
  return show(context, input, true);
}

/** Restores a hidden comment. */
export async function restoreComment(context: Context, input: CommentInput): Promise<Result<void>> {
  return show(context, input, false);
}

const reveal = (context: Context, { key, reason }: CollectionInput, hidden: boolean) =>
  moderate(context, async (tx, actorId) => {
    const found = await getCollectionByKey(key, tx);
    const done =
      found && (await moveCollection(tx, context, found.id, { actorId, reason, hidden }));
    if (!done) throw nothing(hidden ? 'There is nothing to hide.' : 'This is not hidden.');
    const closed = { by: actorId, logId: done.logId };
    if (hidden) await closeReports(tx, { collectionId: found.id }, closed);
  });

/** Hides a collection from everybody but its owner and moderators, and resolves reports of it. */
export async function hideCollection(
  context: Context,
  input: CollectionInput,
): Promise<Result<void>> {
  return reveal(context, input, true);
}

/** Restores a hidden collection with its owner's visibility. */
export async function restoreCollection(
  context: Context,
  input: CollectionInput,
): Promise<Result<void>> {
  return reveal(context, input, false);
}

const turn = (context: Context, { slug, reason }: PaperInput, locked: boolean) =>
  moderate(context, async (tx, actorId) => {
    const done = await turnDiscussion(tx, slug, { actorId, reason, locked });
    if (!done) throw nothing(locked ? 'There is nothing to lock.' : 'This is not locked.');
  });

/** Locks the discussion of a paper: no comment can be posted or edited. */
export async function lockDiscussion(context: Context, input: PaperInput): Promise<Result<void>> {
  return turn(context, input, true);
}

/** Unlocks the discussion of a paper. */
export async function unlockDiscussion(context: Context, input: PaperInput): Promise<Result<void>> {
  return turn(context, input, false);
}

const picture = (context: Context, { slug, reason }: PaperInput, removed: boolean) =>
  moderate(context, async (tx, actorId) => {
    const done = await turnPicture(tx, slug, { actorId, reason, removed });
    if (!done) throw nothing(removed ? 'There is no picture to remove.' : 'No picture is removed.');
  });

/** Removes a paper's picture from another site, permanently: no job fetches one again. */
export async function removePicture(context: Context, input: PaperInput): Promise<Result<void>> {
  return picture(context, input, true);
}

/** Lets the job fetch a picture of the paper again. */
export async function restorePicture(context: Context, input: PaperInput): Promise<Result<void>> {
  return picture(context, input, false);
}

/** Dismisses a pattern; it is shown again when its votes have doubled. Not logged. */
export async function dismissPattern(context: Context, input: DismissInput): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const { key, count, reason } = input;
    await saveDismissal(tx, { key, votes: count, reason, actorId });
  });
}

/** A job: recounts the papers beyond the limit of an act. */
export async function recomputePapers(paperIds: number[], logId: number | null): Promise<void> {
  await transaction((tx) => recountAtOnce(tx, paperIds, logId));
}

/** A job: restores votes and comments of ended bans. */
export async function endBans(userId?: string): Promise<number> {
  return clearEndedBans(userId);
}

/** Scheduled job: searches the votes for patterns and stores them for moderators. */
export async function keepPatterns(): Promise<number> {
  return lookForPatterns();
}
