import type { Thread, ThreadFilter, ThreadPage } from './types';

/**
 * Separates the first thread that an author of the paper started, on the first page of the default
 * view. Null if there is none.
 */
export function pinAuthors(
  { threads, page }: Pick<ThreadPage, 'threads' | 'page'>,
  { order, kind, state }: ThreadFilter,
): { pinned: Thread | null; rest: Thread[] } {
  const plain = page === 1 && order === 'best' && !kind && !state;
  const pinned = plain
    ? threads.find(({ comment }) => comment.state === 'visible' && comment.byAuthorOfPaper)
    : undefined;
  if (!pinned) return { pinned: null, rest: threads };
  return { pinned, rest: threads.filter((thread) => thread !== pinned) };
}
