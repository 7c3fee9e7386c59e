import { paperPath } from '@/lib/papers/paths';
import type { ThreadFilter } from './types';

/**
 * The address of a paper's threads in an order, of a kind or in a state; pages count from 1. What
 * the paper's own page shows is reached there.
 */
export function discussionPath(slug: string, filter: ThreadFilter, page = 1): string {
  const view = [filter.order, filter.kind, filter.state].filter(Boolean).join('-');
  if (view === 'best' && page === 1) return `${paperPath(slug)}#comments`;
  return `${paperPath(slug)}/discussion/${view}${page > 1 ? `/${page}` : ''}#comments`;
}

const WORDS = /^(best|newest)(?:-(question|error|replication|review))?(?:-(open|settled))?$/;

/** `newest-question-open` as what it asks for; null for anything else. */
export function parseView(view: string): ThreadFilter | null {
  const [whole, order, kind, state] = WORDS.exec(view) ?? [];
  if (whole === undefined) return null;
  return {
    order: order as ThreadFilter['order'],
    ...(kind && { kind: kind as ThreadFilter['kind'] }),
    ...(state && { state: state as ThreadFilter['state'] }),
  };
}

/** One thread with all of its answers. */
export const threadPath = (slug: string, rootId: number): string =>
  `${paperPath(slug)}/thread/${rootId}`;

/** Leads to wherever the comment stands. */
export const commentPath = (commentId: number): string => `/comments/${commentId}`;

export const historyPath = (commentId: number): string => `/comments/${commentId}/history`;

/** Where one comments, answers or edits without a script. */
export const writePath = (
  what: { paper: string } | { reply: number } | { edit: number },
): string => {
  const [[name, value] = ['', '']] = Object.entries(what);
  return `/comments/write?${name}=${encodeURIComponent(value)}`;
};
