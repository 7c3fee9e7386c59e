import type { ReactNode } from 'react';
import { plainText } from '@/lib/markup/plain';
import type { PaperSummary } from '@/lib/papers/types';
import { site } from '@/lib/site/site';
import { FeedList } from './feed-list';
import { UpvoteButton } from './upvote-button';

type Props = {
  papers: PaperSummary[];
  /** Whether rows are ordered by Trending's score; each then shows its upvotes per view. */
  byRate?: boolean;
  /** Renders why a paper is in this feed. */
  renderNote: (paper: PaperSummary) => ReactNode;
};

/** Papers selected for one viewer, each with the reason. */
export function ReaderFeed({ papers, byRate, renderNote }: Props) {
  return (
    <FeedList
      papers={papers}
      byRate={byRate}
      timeZone={site().timeZone}
      renderUpvote={({ id, slug, title, upvotes }) => (
        <UpvoteButton paperId={id} slug={slug} title={plainText(title)} upvotes={upvotes} />
      )}
      renderNote={renderNote}
    />
  );
}
