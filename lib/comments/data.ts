import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { getCommentHead, listRevisions } from '@/db/queries/comment-history';
import { listCommentTimes } from '@/db/queries/feed-comments';
import { countInThreads, countThreads, listThreadIds, listThreadRows } from '@/db/queries/threads';
import { commentsTag, countsTag, FEEDS, paperTag, readerTag } from '@/lib/base/tags';
import { differences } from '@/lib/base/text-diff';
import { isSettled } from '@/lib/papers/settled';
import { publicRead } from '@/lib/web/public-read';
import { toPublic } from './public';
import { arrangeThreads, authorsOf } from './threads';
import type { CommentHistory, CommentTime, Thread, ThreadFilter, ThreadPage } from './types';

/** Threads on one page of a discussion. */
export const THREADS_PER_PAGE = 50;
/**
 * The approximate number of comments on a page of threads, and the least and most of each thread; a
 * thread's own page shows more.
 */
const PER_PAGE = 200;
const FIRST_OF_THREAD = { least: 4, most: 20 };
const MOST_OF_THREAD = 1_000;

/** More than so many new comments are not counted while one reads. */
const NEWEST = 20;

/**
 * The newest comments on a paper, for the pages that have it open. The database is asked once a
 * change of the discussion, however many ask.
 */
export async function listNewestComments(paperId: number): Promise<CommentTime[]> {
  'use cache';
  cacheLife('public');
  cacheTag(commentsTag(paperId));
  const rows = await publicRead(() => listCommentTimes(paperId, NEWEST));
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** Returns one page of a paper's threads in their public form; pages count from 1. */
export async function getThreads(
  paperId: number,
  filter: ThreadFilter,
  page: number,
): Promise<ThreadPage> {
  'use cache';
  return loadThreads(paperId, filter, page);
}

/** Does the same within another cached function, which gets its tags and its life. */
export async function loadThreads(
  paperId: number,
  filter: ThreadFilter,
  page: number,
): Promise<ThreadPage> {
  cacheTag(commentsTag(paperId), countsTag(paperId));
  const shown = await publicRead(() => readPage(paperId, filter, page));
  const authors = authorsOf(shown.threads);
  const at = shown.newest === null ? 0 : Date.parse(shown.newest);
  if (isSettled(at, Date.now()) && authors.length <= AUTHORS_TAGGED) cacheLife('quiet');
  else cacheLife('public');
  cacheTag(...authors.slice(0, AUTHORS_TAGGED).map(readerTag));
  return shown;
}

/** Names and pictures of so many authors are up to date on a page that is stored for long. */
const AUTHORS_TAGGED = 60;

async function readPage(paperId: number, filter: ThreadFilter, page: number): Promise<ThreadPage> {
  const at = { limit: THREADS_PER_PAGE + 1, offset: (page - 1) * THREADS_PER_PAGE };
  const [found, [newest]] = await Promise.all([
    listThreadIds(db(), paperId, filter, at),
    listCommentTimes(paperId, 1),
  ]);
  const ids = found.slice(0, THREADS_PER_PAGE);
  const { least, most } = FIRST_OF_THREAD;
  const each = Math.min(most, Math.max(least, Math.floor(PER_PAGE / Math.max(1, ids.length))));
  const threads = await readThreads(ids, each);
  const more = found.length > THREADS_PER_PAGE;
  const total = page === 1 && !more ? found.length : await countThreads(db(), paperId, filter);
  return { threads, page, total, more, newest: newest?.at.toISOString() ?? null };
}

/**
 * Returns one thread of a paper with up to MOST_OF_THREAD comments; null if none of it is visible.
 */
export async function getThread(paperId: number, rootId: number): Promise<Thread | null> {
  'use cache';
  cacheLife('public');
  cacheTag(commentsTag(paperId));
  return publicRead(async () => {
    const head = await getCommentHead(db(), rootId);
    if (head?.paperId !== paperId || head.rootId !== rootId || head.removedAt) return null;
    const [thread] = await readThreads([rootId], MOST_OF_THREAD);
    return thread ?? null;
  });
}

/** Returns the paper and thread of a comment; null if either does not exist. */
export async function findCommentPlace(
  id: number,
): Promise<{ slug: string; rootId: number } | null> {
  const head = await publicRead(() => getCommentHead(db(), id));
  return head && !head.removedAt ? { slug: head.slug, rootId: head.rootId } : null;
}

/** Returns all revisions of a visible comment, oldest first and the current one last; or null. */
export async function getHistory(id: number): Promise<CommentHistory | null> {
  'use cache';
  cacheLife('public');
  return publicRead(async () => {
    const head = await getCommentHead(db(), id);
    cacheTag(...(head ? [commentsTag(head.paperId), paperTag(head.paperId)] : [FEEDS]));
    if (!head || head.removedAt || head.deletedAt || head.hiddenAt) return null;
    const past = await listRevisions(db(), id);
    const present = { markdown: head.markdown, createdAt: head.editedAt ?? head.createdAt };
    return {
      id,
      slug: head.slug,
      title: head.title,
      author: head.handle ? { handle: head.handle, name: head.name, picture: head.picture } : null,
      texts: [...past, present].map(({ markdown, createdAt }, i) => ({
        at: createdAt.toISOString(),
        pieces: differences(past[i - 1]?.markdown ?? markdown, markdown),
      })),
    };
  });
}

async function readThreads(ids: number[], each: number): Promise<Thread[]> {
  if (ids.length === 0) return [];
  const [rows, counts] = await Promise.all([
    listThreadRows(db(), ids, each),
    countInThreads(db(), ids),
  ]);
  const comments = rows.map(toPublic);
  const shown = new Map<number, number>();
  for (const { rootId, state } of comments) {
    if (state === 'visible') shown.set(rootId, (shown.get(rootId) ?? 0) + 1);
  }
  const threads = new Map(arrangeThreads(comments).map((thread) => [thread.comment.id, thread]));
  return ids.flatMap((id) => {
    const thread = threads.get(id);
    const unlisted = (counts.get(id) ?? 0) - (shown.get(id) ?? 0);
    return thread ? [{ ...thread, unlisted }] : [];
  });
}
