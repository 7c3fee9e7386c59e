'use client';

import type { ReactNode } from 'react';
import { FeedRow } from './feed-frame';
import { RowFrame } from './row-frame';
import { RowMenu } from './row-menu';
import { UpvoteButton } from './upvote-button';

/** A row: what its controls need, and the rest as HTML, whose links SoftLinks follows. */
export type RowParts = {
  id: number;
  slug: string;
  /** Plain text. */
  title: string;
  upvotes: number;
  topics: string[];
  /** ISO time of submission. */
  submittedAt: string | null;
  /** Position on Trending or New, as defined in lib/papers/paths. */
  place?: number;
  /** Its sparkline and rate, beside the button. */
  trend: string;
  /** HTML; elements if there are controls in it. */
  text: ReactNode;
};

/**
 * The rows of a feed. All of a row is data, so that Next need not write its elements as data, and so
 * that the outer server can put other rows in place of a template's mark (a string).
 */
export function FeedRows({ rows }: { rows: RowParts[] | string }) {
  if (typeof rows === 'string') return rows;
  return rows.map(({ id, slug, title, upvotes, topics, submittedAt, place, trend, text }) => (
    <FeedRow key={id} paperId={id} topics={topics} submittedAt={submittedAt} place={place}>
      <RowFrame
        paper={{ id, slug }}
        vote={
          <>
            <UpvoteButton paperId={id} slug={slug} title={title} upvotes={upvotes} place={place} />
            <RowHtml html={trend} />
          </>
        }
        menu={<RowMenu paperId={id} topics={topics} />}
      >
        {typeof text === 'string' ? <RowHtml html={text} /> : text}
      </RowFrame>
    </FeedRow>
  ));
}

const RowHtml = ({ html }: { html: string }) => (
  // The script for times changes them before React is there.
  <div className="contents" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
);
