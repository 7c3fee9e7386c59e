import type { PublicComment, Thread } from './types';

/** Levels of indentation; deeper replies stay on the last one and name their parent. */
export const MAX_INDENT = 6;

/**
 * Arranges comments, oldest first, as threads. Deleted and hidden comments without replies are
 * dropped; a reply whose parent is not in the list starts a thread. Not recursive, so the depth is
 * unlimited.
 */
export function arrangeThreads(comments: PublicComment[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const kept = keptIds(comments, byId);
  const roots: Thread[] = [];
  const places = new Map<number, { thread: Thread; depth: number; siblings: Thread[] }>();
  // A reply is always newer than its parent, which therefore has its place already.
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

/** Returns the handles of everybody who wrote one of the comments, each once. */
export function authorsOf(threads: Thread[]): string[] {
  const of = ({ comment, replies }: Thread): string[] => [
    ...(comment.author ? [comment.author.handle] : []),
    ...replies.flatMap(of),
  ];
  return [...new Set(threads.flatMap(of))];
}

/** Returns the ids of visible comments and all their ancestors. */
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
