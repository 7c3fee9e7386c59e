import type { ReactNode } from 'react';
import { RowTrend } from '@/components/ranking/row-trend';
import { medalOf } from '@/lib/papers/medal';
import type { Period } from '@/lib/papers/periods';
import type { PaperSummary } from '@/lib/papers/types';
import { FeedFrame, FeedRow } from './feed-frame';
import { PaperRow } from './paper-row';
import { RowMenu } from './row-menu';

type Props = {
  papers: PaperSummary[];
  /** The first row's place on Trending or New, as lib/papers/paths has it; none on other feeds. */
  firstPlace?: { place: number; step: 1 | -1 };
  renderUpvote: (paper: PaperSummary, place?: number) => ReactNode;
  renderMarks?: (paper: PaperSummary) => ReactNode;
  /** The period that the feed shows: its medals are the ones that count here. */
  period?: Period;
  renderNote?: (paper: PaperSummary) => ReactNode;
  /** Whether the rows are ordered by Trending's score; each then shows its upvotes per view. */
  byRate?: boolean;
  timeZone?: string;
  /** The topic whose own page this is: its mute does not hold here. */
  topic?: string;
  /** Whether a line tells how much is new since the reader's last visit. */
  news?: boolean;
};

/** The papers of a feed's page, in its order. */
export function FeedList({
  papers,
  firstPlace,
  byRate = false,
  timeZone,
  topic,
  news,
  period,
  ...render
}: Props) {
  const placeOf = (index: number) => firstPlace && firstPlace.place + firstPlace.step * index;
  return (
    <FeedFrame topic={topic} news={news}>
      {papers.map((paper, index) => (
        <FeedRow
          key={paper.id}
          paperId={paper.id}
          topics={paper.categories}
          submittedAt={paper.submittedAt}
          place={placeOf(index)}
        >
          <PaperRow
            paper={paper}
            upvote={render.renderUpvote(paper, placeOf(index))}
            marks={render.renderMarks?.(paper)}
            medal={period ? medalOf(paper.badges, period) : undefined}
            menu={<RowMenu paperId={paper.id} topics={paper.categories} />}
            trend={<RowTrend paper={paper} showRate={byRate} />}
            note={render.renderNote?.(paper)}
            timeZone={timeZone}
          />
        </FeedRow>
      ))}
    </FeedFrame>
  );
}
