import type { FollowingOrder } from './types';

/** The address of a page of what the followed brought. */
export function followingPath(order: FollowingOrder, page = 1): string {
  const query = new URLSearchParams();
  if (order === 'new') query.set('order', order);
  if (page > 1) query.set('page', String(page));
  return query.size ? `/following?${query}` : '/following';
}

/** What a paper has that can be followed. */
export const paperTargetsPath = (slug: string): string => `/following/paper?slug=${slug}`;
