import type { ReactNode } from 'react';
import type { PaperSummary } from '@/lib/papers/types';
import { PaperRow } from './paper-row';

type Props = {
  papers: PaperSummary[];
  renderUpvote: (paper: PaperSummary) => ReactNode;
  renderMarks?: (paper: PaperSummary) => ReactNode;
  renderMenu?: (paper: PaperSummary) => ReactNode;
  renderTrend?: (paper: PaperSummary) => ReactNode;
  renderNote?: (paper: PaperSummary) => ReactNode;
  timeZone?: string;
};

/** The papers of a feed's page, in its order. */
export function FeedList({ papers, timeZone, ...render }: Props) {
  return (
    <ol className="divide-y divide-line border-line border-y">
      {papers.map((paper) => (
        <li key={paper.id} data-paper-id={paper.id}>
          <PaperRow
            paper={paper}
            upvote={render.renderUpvote(paper)}
            marks={render.renderMarks?.(paper)}
            menu={render.renderMenu?.(paper)}
            trend={render.renderTrend?.(paper)}
            note={render.renderNote?.(paper)}
            timeZone={timeZone}
          />
        </li>
      ))}
    </ol>
  );
}
