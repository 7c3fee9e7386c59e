import type { PublicComment, Thread } from './types';

/** Levels of indentation; deeper answers stand on the last one and say whom they answer. */
export const MAX_INDENT = 6;

/**
 * Comments, the oldest first, as threads. What is gone and has no answer left is left out; an
 * answer to something that is not in the list starts a thread. Any number of levels will do.
 */
export function arrangeThreads(comments: PublicComment[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const kept = keptIds(comments, byId);
  const roots: Thread[] = [];
  const places = new Map<number, { thread: Thread; depth: number; siblings: Thread[] }>();
  // An answer is always younger than what it answers, so its parent has a place already.
  for (const comment of comments) {
    if (!kept.has(comment.id)) continue;
    const parent = comment.parentId === null ? undefined : places.get(comment.parentId);
    const indented = parent !== undefined && parent.depth < MAX_INDENT;
    const siblings = parent ? (indented ? parent.thread.replies : parent.siblings) : roots;
    const answers = parent && !indented ? parent.thread.comment : null;
    const thread: Thread = { comment, answers, replies: [] };
    siblings.push(thread);
    const depth = parent ? parent.depth + (indented ? 1 : 0) : 0;
    places.set(comment.id, { thread, depth, siblings });
  }
  return roots;
}

/** Visible comments and all that they answer, however far up. */
function keptIds(comments: PublicComment[], byId: Map<number, PublicComment>): Set<number> {
  const kept = new Set<number>();
  for (const comment of comments) {
    let current = comment.state === 'visible' ? comment : undefined;
    while (current && !kept.has(current.id)) {
      kept.add(current.id);
      current = current.parentId === null ? undefined : byId.get(current.parentId);
    }
  }
  return kept;
}
