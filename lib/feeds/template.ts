import type { FeedPage, PaperSummary } from '@/lib/papers/types';
import { markOf } from '@/lib/web/page-marks';
import { TEMPLATE_PAGE } from './template-page';

export const ROWS = markOf('rows');
export const PAGE_LINKS = markOf('pagelinks');

/** A page of which only the number is used: it is not empty. */
export const templateFeed = (): FeedPage => ({
  papers: [{} as PaperSummary],
  page: TEMPLATE_PAGE,
  more: true,
});
