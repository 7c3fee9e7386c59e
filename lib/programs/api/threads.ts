import { z } from 'zod';
import { db } from '@/db/client';
import { listTexts, listThreadsAfter } from '@/db/queries/api-comments';
import { getCommentHead } from '@/db/queries/comment-history';
import { countInThreads, listThreadRows } from '@/db/queries/threads';
import { exactText } from '@/lib/base/input-text';
import { commentPath } from '@/lib/comments/paths';
import { toPublic } from '@/lib/comments/public';
import type { PublicComment } from '@/lib/comments/types';
import { countKey, cursorParam, momentKey, readCursor, writeCursor } from './cursor';
import { readObjectId } from './object-id';
import { absolute, readerPerson } from './papers';
import type { Comment, Thread } from './schema';

export const commentsQuery = z.object({
  sort: z.enum(['best', 'newest']).default('best'),
  limit: z.coerce.number().int().min(1).max(50).default(20).describe('Threads at once.'),
  cursor: cursorParam,
});

export type CommentsQuery = z.output<typeof commentsQuery>;

/** `{comment}` of an address: our number, or an id of 24 digits. */
export const commentParam = exactText().max(30).describe('The number of a comment.');

export function commentId(text: string): number | null {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  return readObjectId('comment', text);
}

/** Replies per thread in a list, and in a response for one thread. */
const ANSWERS = { list: 50, thread: 1_000 };

const threadKey = z.tuple([z.int().min(1), countKey, z.number(), momentKey]);

/** Returns a page of a paper's threads; null for a cursor of another list. */
export async function readThreads(
  paper: { id: number; slug: string },
  { sort, limit, cursor }: CommentsQuery,
): Promise<{ items: Thread[]; next: string | null } | null> {
  const key = readCursor(sort, threadKey, cursor);
  if (cursor && !key) return null;
  const after = key && { id: key[0], upvotes: key[1], shuffle: key[2], at: key[3] };
  const found = [...(await listThreadsAfter(paper.id, sort, after, limit + 1))];
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const items = await threadsOf(
    shown.map(({ id }) => id),
    ANSWERS.list,
  );
  if (!last || found.length <= limit) return { items, next: null };
  const following = {
    sort,
    limit: String(limit),
    cursor: writeCursor(sort, [last.id, last.upvotes, last.shuffle, last.at]),
  };
  const path = `/api/papers/${paper.slug}/comments`;
  return { items, next: absolute(`${path}?${new URLSearchParams(following)}`) };
}

/** Returns the whole thread of a comment on this paper; null if there is none. */
export async function readThread(paperId: number, id: number): Promise<Thread | null> {
  const head = await getCommentHead(db(), id);
  if (head?.paperId !== paperId) return null;
  const [thread] = await threadsOf([head.rootId], ANSWERS.thread);
  return thread ?? null;
}

async function threadsOf(ids: number[], answers: number): Promise<Thread[]> {
  if (ids.length === 0) return [];
  const [rows, counts] = await Promise.all([
    listThreadRows(db(), ids, answers + 1),
    countInThreads(db(), ids),
  ]);
  const texts = new Map((await listTexts(rows.map(({ id }) => id))).map((text) => [text.id, text]));
  const comments = rows.map(toPublic).map((comment) => toComment(comment, texts.get(comment.id)));
  const byRoot = new Map<number, number[]>(ids.map((id) => [id, []]));
  for (const { id, rootId } of rows) if (id !== rootId) byRoot.get(rootId)?.push(id);
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return ids.flatMap((rootId) => {
    const root = byId.get(rootId);
    if (!root) return [];
    const replies = (byRoot.get(rootId) ?? []).flatMap((id) => byId.get(id) ?? []);
    const numReplies = (counts.get(rootId) ?? 0) - (root.state === 'visible' ? 1 : 0);
    return numReplies > 0 || root.state === 'visible' ? [{ ...root, numReplies, replies }] : [];
  });
}

function toComment(
  comment: PublicComment,
  text: { markdown: string; userId: string | null } | undefined,
): Comment {
  const { author, parentId, kind, settled, editedAt } = comment;
  return {
    id: comment.id,
    ...(parentId !== null && { parentId }),
    state: comment.state,
    url: absolute(commentPath(comment.id)),
    ...(author && text?.userId && { author: readerPerson(text.userId, author) }),
    byAuthorOfPaper: comment.byAuthorOfPaper,
    ...(kind !== null && { kind }),
    ...(settled && { settledAt: settled.at }),
    upvotes: comment.upvotes,
    reactions: comment.reactions,
    markdown: text?.markdown ?? '',
    html: comment.html,
    createdAt: comment.createdAt,
    ...(editedAt !== null && { editedAt }),
    numEdits: comment.revision,
  };
}
