import type { FollowingOrder } from './types';

/** The address of a page of the Following feed. */
export function followingPath(order: FollowingOrder, page = 1): string {
  const query = new URLSearchParams();
  if (order === 'new') query.set('order', order);
  if (page > 1) query.set('page', String(page));
  return query.size ? `/following?${query}` : '/following';
}

/** The page with a paper's follow targets. */
export const paperTargetsPath = (slug: string): string => `/following/paper?slug=${slug}`;
