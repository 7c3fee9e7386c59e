import { findTitle } from '@/db/queries/papers';
import type { Intent } from '@/lib/web/intent';
import { paperPath } from './paths';

/** Characters of a title on the sign-in page; the intent has to fit into a cookie. */
const LONGEST = 300;

/**
 * Returns what a visitor wants to do with a paper, for the sign-in page; null if there is no such
 * paper.
 */
export async function paperIntent(
  act: string,
  by: { id: number } | { slug: string },
): Promise<Omit<Intent, 'verb' | 'fields'> | null> {
  const paper = await findTitle(by);
  if (!paper) return null;
  return { act, what: paper.title.slice(0, LONGEST), from: paperPath(paper.slug) };
}
