import type { ReactNode } from 'react';
import type { PaperSummary } from '@/lib/papers/types';
import { PaperRow } from './paper-row';

type Props = {
  papers: PaperSummary[];
  /** Where on Trending the first row stands, counted from 1; nowhere on other feeds. */
  firstPlace?: number;
  renderUpvote: (paper: PaperSummary, place?: number) => ReactNode;
  renderMarks?: (paper: PaperSummary) => ReactNode;
  renderMenu?: (paper: PaperSummary) => ReactNode;
  renderTrend?: (paper: PaperSummary) => ReactNode;
  renderNote?: (paper: PaperSummary) => ReactNode;
  timeZone?: string;
};

/** The papers of a feed's page, in its order. */
export function FeedList({ papers, firstPlace, timeZone, ...render }: Props) {
  const placeOf = (index: number) => (firstPlace === undefined ? undefined : firstPlace + index);
  return (
    <ol className="divide-y divide-line border-line border-y">
      {papers.map((paper, index) => (
        <li key={paper.id} data-paper-id={paper.id} data-place={placeOf(index)}>
          <PaperRow
            paper={paper}
            upvote={render.renderUpvote(paper, placeOf(index))}
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
