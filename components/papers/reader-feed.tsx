import type { ReactNode } from 'react';
import type { PaperSummary } from '@/lib/papers/types';
import { site } from '@/lib/site/site';
import { FeedList } from './feed-list';
import { rowParts } from './paper-row';

type Props = {
  papers: PaperSummary[];
  /** Whether rows are ordered by Trending's score; each then shows its upvotes per view. */
  byRate?: boolean;
  /** Renders why a paper is in this feed. */
  renderNote: (paper: PaperSummary) => ReactNode;
};

/** Papers selected for one viewer, each with the reason. */
export function ReaderFeed({ papers, byRate, renderNote }: Props) {
  const { timeZone } = site();
  const rows = papers.map((paper) =>
    rowParts({ paper, byRate, note: renderNote(paper), timeZone }),
  );
  return <FeedList rows={rows} />;
}
