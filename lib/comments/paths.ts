import { paperPath } from '@/lib/papers/paths';
import type { ThreadFilter } from './types';

/**
 * The address of a paper's threads by order, kind or state; pages count from 1. The default view is
 * on the paper's page, so its address leads there.
 */
export function discussionPath(slug: string, filter: ThreadFilter, page = 1): string {
  const view = [filter.order, filter.kind, filter.state].filter(Boolean).join('-');
  if (view === 'best' && page === 1) return `${paperPath(slug)}#comments`;
  return `${paperPath(slug)}/discussion/${view}${page > 1 ? `/${page}` : ''}#comments`;
}

const WORDS = /^(best|newest)(?:-(question|error|replication|review))?(?:-(open|settled))?$/;

/** Parses a view such as `newest-question-open`; null if it is malformed. */
export function parseView(view: string): ThreadFilter | null {
  const [whole, order, kind, state] = WORDS.exec(view) ?? [];
  if (whole === undefined) return null;
  return {
    order: order as ThreadFilter['order'],
    ...(kind && { kind: kind as ThreadFilter['kind'] }),
    ...(state && { state: state as ThreadFilter['state'] }),
  };
}

/** One thread with all replies. */
export const threadPath = (slug: string, rootId: number): string =>
  `${paperPath(slug)}/thread/${rootId}`;

/** Redirects to the comment in its thread. */
export const commentPath = (commentId: number): string => `/comments/${commentId}`;

export const historyPath = (commentId: number): string => `/comments/${commentId}/history`;

/** The page to comment, reply or edit without scripts. */
export const writePath = (
  what: { paper: string } | { reply: number } | { edit: number },
): string => {
  const [[name, value] = ['', '']] = Object.entries(what);
  return `/comments/write?${name}=${encodeURIComponent(value)}`;
};
