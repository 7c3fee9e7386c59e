import type { ReactNode } from 'react';
import { RowTrend } from '@/components/ranking/row-trend';
import { SoftLinks } from '@/components/ui/soft-links';
import { medalOf } from '@/lib/papers/medal';
import type { Period } from '@/lib/papers/periods';
import type { PaperSummary } from '@/lib/papers/types';
import { FeedFrame, FeedRow } from './feed-frame';
import { PaperRow } from './paper-row';
import { RowMenu } from './row-menu';

type Props = {
  papers: PaperSummary[];
  /**
   * Position of the first row on Trending or New, as defined in lib/papers/paths; unset elsewhere.
   */
  firstPlace?: { place: number; step: 1 | -1 };
  renderUpvote: (paper: PaperSummary, place?: number) => ReactNode;
  renderMarks?: (paper: PaperSummary) => ReactNode;
  /** The feed's period, whose medals are shown. */
  period?: Period;
  renderNote?: (paper: PaperSummary) => ReactNode;
  /** Whether rows are ordered by Trending's score; each then shows its upvotes per view. */
  byRate?: boolean;
  timeZone?: string;
  /** Topic of this page: a mute of that topic does not apply here. */
  topic?: string;
  /** Whether to say how many papers are new since the viewer's last visit. */
  news?: boolean;
};

/** The papers of one feed page, in order. */
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
    <SoftLinks>
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
    </SoftLinks>
  );
}
