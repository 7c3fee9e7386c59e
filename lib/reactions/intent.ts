import { findTitleOfComment } from '@/db/queries/papers';
import { paperPath } from '@/lib/papers/paths';
import type { Intent } from '@/lib/web/intent';

/**
 * Returns what a visitor wants to upvote, for the sign-in page; null if there is no such comment.
 */
export async function commentIntent(
  commentId: number,
): Promise<Omit<Intent, 'verb' | 'fields'> | null> {
  const paper = await findTitleOfComment(commentId);
  return (
    paper && {
      act: 'upvote a comment on',
      what: paper.title.slice(0, 300),
      from: paperPath(paper.slug),
    }
  );
}
