import type { ReactNode } from 'react';
import { plainText } from '@/lib/markup/plain';
import type { PaperSummary } from '@/lib/papers/types';
import { site } from '@/lib/site/site';
import { FeedList } from './feed-list';
import { UpvoteButton } from './upvote-button';

type Props = {
  papers: PaperSummary[];
  /** Whether they are ordered by Trending's score; each then shows its upvotes per view. */
  byRate?: boolean;
  /** What brought a paper here. */
  renderNote: (paper: PaperSummary) => ReactNode;
};

/** Papers that were put together for one reader, each with what brought it. */
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
