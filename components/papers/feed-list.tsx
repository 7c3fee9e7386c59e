import type { ReactNode } from 'react';
import type { PaperSummary } from '@/lib/papers/types';
import { PaperRow } from './paper-row';

type Props = {
  papers: PaperSummary[];
  renderUpvote: (paper: PaperSummary) => ReactNode;
  timeZone?: string;
};

/** The papers of a feed's page, in its order. */
export function FeedList({ papers, renderUpvote, timeZone }: Props) {
  return (
    <ol className="divide-y divide-line border-line border-y">
      {papers.map((paper) => (
        <li key={paper.id}>
          <PaperRow paper={paper} upvote={renderUpvote(paper)} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}
