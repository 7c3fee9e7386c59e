import { db, type Transaction, transaction } from '@/db/client';
import {
  discussionState,
  eraseComment,
  findCommentByKey,
  getComment,
  insertComment,
  lockComment,
  replaceText,
} from '@/db/queries/comments';
import { countComment } from '@/db/queries/counted-comments';
import { publishInvalidation } from '@/db/queries/invalidation';
import { listMentionable, type Mentionable } from '@/db/queries/mentions';
import { findMergedInto } from '@/db/queries/merging';
import { attempt, ok, type Refusal, Refused, type Result, refuse } from '@/lib/base/errors';
import { purgeCaches } from '@/lib/base/purge';
import { commentsTag, paperTag } from '@/lib/base/tags';
import { SHOWN_AS_TEXT } from '@/lib/markup/limits';
import { tellOfComment, tellOfMentions } from '@/lib/notify/comments';
import { isMember } from '@/lib/web/policy';
import { chargeMore, type LimitName, takeEdit, takeLimit } from '@/lib/web/rate-limit';
import type { Context, Viewer } from '@/lib/web/types';
import {
  isVisible,
  refuseAsLocked,
  refuseCommenting,
  refuseDeleting,
  refuseEditing,
} from './policy';
import { addsMention, renderComment } from './rendering';
import type {
  CommentInput,
  EditCommentInput,
  MentionsInput,
  PostCommentInput,
  PreviewInput,
} from './schema';
import type { CommentSource, Preview } from './types';

/** The written comment and its paper. */
export type Written = { commentId: number; paperId: number };

const written = (work: (tx: Transaction) => Promise<Written>): Promise<Result<Written>> =>
  attempt(() =>
    transaction(async (tx) => {
      const result = await work(tx);
      await publishInvalidation(tx, [commentsTag(result.paperId), paperTag(result.paperId)]);
      return result;
    }),
  );

/**
 * Posts a comment, or a reply to a visible comment on the same paper. Idempotent by `clientKey`: a
 * repeated one returns the existing comment. Refuses as refuseCommenting does, and with
 * `not_found`.
 */
export async function postComment(
  context: Context,
  input: PostCommentInput,
): Promise<Result<Written>> {
  const result = await postOn(context, input);
  if (result.ok || result.reason !== 'not_found') return result;
  // The paper may have been merged into another one since its page was rendered.
  const paperId = await findMergedInto(db(), input.paperId);
  return paperId === input.paperId ? result : postOn(context, { ...input, paperId });
}

async function postOn(
  { viewer }: Context,
  { paperId, parentId = null, kind = null, markdown, clientKey }: PostCommentInput,
): Promise<Result<Written>> {
  const refusal = refuseCommenting(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');

  if (kind !== null && parentId !== null) {
    return refuse('invalid', { message: 'Only a comment that starts a thread has a kind.' });
  }
  const before = await findCommentByKey(db(), viewer.id, clientKey);
  if (before) return ok({ commentId: before.id, paperId: before.paperId });
  const refused = refuseByState(await discussionState(db(), paperId));
  if (refused) return refused;

  // Outside the transaction, so that no lock waits for a rendering. The key makes ids of footnotes
  // unique.
  const rendered = await renderFor(viewer, 'comment', markdown, clientKey);
  const { html, renderer, mentioned } = rendered;
  return written(async (tx) => {
    const parent = parentId === null ? null : await requireParent(tx, parentId, paperId);
    const userId = viewer.id;
    const values = { paperId, parentId, userId, kind, clientKey, markdown, html, renderer };
    const commentId = await insertComment(tx, values);
    if (commentId === null) {
      const duplicate = await findCommentByKey(tx, userId, clientKey);
      if (!duplicate) throw new Refused(refuse('conflict'));
      return { commentId: duplicate.id, paperId: duplicate.paperId };
    }
    await tellOfComment(tx, {
      commentId,
      paperId,
      writerId: userId,
      repliesTo: parent?.userId,
      mentioned,
    });
    await countComment(tx, { commentId, paperId }, 1);
    // Counting has locked the paper, so nobody can lock the discussion from here on.
    const late = refuseByState(await discussionState(tx, paperId));
    if (late) throw new Refused(late);
    return { commentId, paperId };
  });
}

/** How many comments or previews a text counts as that exhausted the renderer's time limit. */
const COSTLY = 10;

/** Renders a text. One that exhausts the time limit is charged to the author's limit. */
async function renderFor(
  viewer: Viewer | null,
  limit: LimitName,
  markdown: string,
  namespace: string,
) {
  const rendered = await renderComment(markdown, namespace);
  if (viewer && rendered.renderer === SHOWN_AS_TEXT) await chargeMore(limit, viewer, COSTLY - 1);
  return rendered;
}

const refuseByState = (state: Awaited<ReturnType<typeof discussionState>>): Refusal | null =>
  state === 'gone' ? refuse('not_found') : state === 'locked' ? refuseAsLocked() : null;

async function requireParent(tx: Transaction, id: number, paperId: number) {
  const parent = await getComment(tx, id);
  if (parent?.paperId === paperId && isVisible(parent)) return parent;
  throw new Refused(
    refuse('not_found', { message: 'The comment that you answer is no longer here.' }),
  );
}

/**
 * Replaces a comment's text and keeps the old one as a revision. Refuses with `conflict` if it was
 * edited since `revision`. Saving the current text is idempotent.
 */
export async function editComment(
  { viewer }: Context,
  { commentId, revision, markdown }: EditCommentInput,
): Promise<Result<Written>> {
  const found = await getComment(db(), commentId);
  if (!found) return refuseCommenting(viewer) ?? refuse('not_found');
  const refusal = refuseEditing(viewer, found);
  if (refusal) return refusal;
  const limited =
    found.markdown === markdown
      ? null
      : ((await takeEdit(commentId)) ??
        // An added mention notifies a user like a new comment does.
        (addsMention(found.markdown, markdown)
          ? await takeLimit('comment', { viewer, address: '' })
          : null));
  if (limited) return limited;

  const namespace = `${commentId}.${revision + 1}`;
  const { html, renderer, mentioned } = await renderFor(viewer, 'comment', markdown, namespace);
  return written(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (!comment || !isVisible(comment)) throw new Refused(refuse('not_found'));
    if (comment.lockedAt) throw new Refused(refuseAsLocked());
    if (comment.markdown !== markdown) {
      if (comment.revision !== revision) {
        throw new Refused(
          refuse('conflict', {
            message:
              'It was edited elsewhere in the meantime. Saving again replaces that text with this one.',
          }),
        );
      }
      await replaceText(tx, { id: commentId, revision, markdown, html, renderer });
      await purgeCaches(tx, [commentsTag(comment.paperId)]);
      const { paperId } = comment;
      await tellOfMentions(tx, { commentId, paperId, writerId: comment.userId, mentioned });
    }
    return { commentId, paperId: comment.paperId };
  });
}

/** Erases a comment's text permanently; its position stays if it has replies. Idempotent. */
export async function deleteComment(
  { viewer }: Context,
  { commentId }: CommentInput,
): Promise<Result<Written>> {
  const refusal = refuseCommenting(viewer);
  if (refusal) return refusal;
  return written(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (!comment) throw new Refused(refuse('not_found'));
    const forbidden = refuseDeleting(viewer, comment);
    if (forbidden) throw new Refused(forbidden);
    if (!comment.deletedAt) {
      await countComment(tx, { commentId, paperId: comment.paperId }, -1);
      await eraseComment(tx, commentId);
      await purgeCaches(tx, [commentsTag(comment.paperId)]);
    }
    return { commentId, paperId: comment.paperId };
  });
}

/** Returns the Markdown of the viewer's own comment, for the editor. */
export async function readComment(
  { viewer }: Context,
  { commentId }: CommentInput,
): Promise<Result<CommentSource>> {
  const comment = await getComment(db(), commentId);
  if (!comment) return refuseCommenting(viewer) ?? refuse('not_found');
  const refusal = refuseEditing(viewer, comment);
  if (refusal) return refusal;
  return ok({ markdown: comment.markdown, revision: comment.revision });
}

/** Renders a preview; stores nothing. */
export async function previewComment(
  { viewer }: Context,
  { markdown }: PreviewInput,
): Promise<Result<Preview>> {
  const refusal = refuseCommenting(viewer);
  if (refusal) return refusal;
  const { html, renderer } = await renderFor(viewer, 'preview', markdown, 'preview');
  return ok({ html, asText: renderer === SHOWN_AS_TEXT });
}

const MOST_SUGGESTED = 8;

/** Returns suggestions for the text after an `@`, participants of the discussion first. */
export async function suggestMentions(
  { viewer }: Context,
  { paper, start }: MentionsInput,
): Promise<Result<{ readers: Mentionable[] }>> {
  if (!isMember(viewer)) return refuseCommenting(viewer) ?? refuse('forbidden');
  const wanted = { paperId: paper, start, except: viewer.id, most: MOST_SUGGESTED };
  return ok({ readers: await listMentionable(db(), wanted) });
}
