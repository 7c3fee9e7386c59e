import Link from 'next/link';
import type { ReactNode } from 'react';
import { RowTrend } from '@/components/ranking/row-trend';
import { Icon } from '@/components/ui/icon';
import { Moment } from '@/components/ui/moment';
import { staticHtml } from '@/components/ui/static-html';
import { compactCount, plural } from '@/lib/base/plural';
import { plainText } from '@/lib/markup/plain';
import { formatCount } from '@/lib/papers/dates';
import { webAddress } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import type { Badge, PaperSummary } from '@/lib/papers/types';
import { AuthorLine } from './author-line';
import { CategoryList } from './category-list';
import type { RowParts } from './feed-rows';
import { MathText } from './math-text';
import { PaperBadges } from './paper-badges';
import { PaperTile } from './paper-tile';
import { Provenance } from './provenance';
import { SourceVotes } from './source-votes';

/** What a row says of a paper, without its counts and texts. */
export type RowPaper = Omit<PaperSummary, 'excerpt' | 'upvotes' | 'rate' | 'sparkline'>;

type TextProps = {
  paper: RowPaper;
  /** A mark above the title, such as for a place given by chance. */
  marks?: ReactNode;
  /** Its medal in the feed's period, or in the latest period that is over. */
  medal?: Badge | null;
  /** Why it was recommended to this viewer, below everything else. */
  note?: ReactNode;
  timeZone?: string;
};

type PartsProps = Omit<TextProps, 'paper'> & {
  paper: PaperSummary;
  place?: number;
  /** Whether rows are ordered by Trending's score; each then shows its upvotes per view. */
  byRate?: boolean;
};

/** Returns a feed row. A note may have controls, so that its row is made of elements. */
export function rowParts({ paper, place, byRate = false, ...props }: PartsProps): RowParts {
  const { id, slug, title, upvotes, categories, submittedAt, excerpt } = paper;
  const text = (
    <RowText
      paper={paper}
      title={<MathText text={title} title />}
      excerpt={excerpt ? <MathText text={excerpt} /> : null}
      {...props}
    />
  );
  return {
    id,
    slug,
    title: plainText(title),
    upvotes,
    topics: categories,
    submittedAt,
    ...(place !== undefined && { place }),
    trend: staticHtml(<RowTrend paper={paper} showRate={byRate} />),
    text: props.note ? text : staticHtml(text),
  };
}

/**
 * What a row says of a paper: title, authors, excerpt, and links to code and discussion; plain
 * components only, so that it can be kept as HTML. Keyboard shortcuts find it and the controls by
 * `data-` attributes, such as `data-open` and the button's `data-upvote`.
 */
export function RowText({
  paper,
  title,
  excerpt,
  isLong = false,
  marks,
  medal = paper.medal,
  note,
  timeZone,
}: TextProps & {
  title: ReactNode;
  excerpt: ReactNode;
  /** Shows more of the abstract, as in results of a search. */
  isLong?: boolean;
}) {
  const path = paperPath(paper.slug);
  return (
    <>
      <div className="row-head">
        {marks ? <div className="mb-0.5 flex flex-wrap gap-2 text-xs">{marks}</div> : null}
        <div className="text-pretty font-title text-lg leading-snug">
          <h2 className="inline font-semibold">
            <Link
              href={path}
              prefetch={false}
              data-open
              className="hover:text-accent visited:text-muted"
            >
              {title}
            </Link>
          </h2>
          {medal ? (
            <>
              {' '}
              <PaperBadges badges={[medal]} brief />
            </>
          ) : null}
        </div>
        <p className="mt-0.5 text-muted text-sm">
          <AuthorLine {...paper} />
        </p>
      </div>
      <Link href={path} prefetch={false} tabIndex={-1} aria-hidden="true" className="row-pic">
        <PaperTile paper={paper} />
      </Link>
      <div className="row-body">
        {excerpt ? (
          <p
            data-excerpt
            className={`mt-1.5 text-[0.9375rem] leading-normal ${isLong ? 'line-clamp-6' : 'line-clamp-3 sm:line-clamp-2'}`}
          >
            {excerpt}
          </p>
        ) : null}
        {note ? <div className="mt-1 text-muted text-sm">{note}</div> : null}
      </div>
      <RowMeta paper={paper} timeZone={timeZone} path={path} />
    </>
  );
}

/** Topic, date, comments, code and provenance, on one line where it fits. */
function RowMeta({ paper, timeZone, path }: { paper: RowPaper; timeZone?: string; path: string }) {
  const code = webAddress(paper.codeUrl);
  return (
    <div className="row-meta">
      <CategoryList categories={paper.categories} brief />
      <Moment
        at={paper.publishedAt}
        timeZone={timeZone}
        what="Published"
        className="whitespace-nowrap"
      />
      {paper.listing ? <SourceVotes {...paper.listing} /> : null}
      <Link href={`${path}#comments`} prefetch={false} className={metaLink}>
        <Icon name="comment" />
        {paper.comments === 0 ? (
          <span className="max-sm:sr-only">{commentWords(0)}</span>
        ) : (
          <>
            {formatCount(paper.comments)}
            <span className="sr-only"> {paper.comments === 1 ? 'comment' : 'comments'}</span>
          </>
        )}
      </Link>
      {/* Together, so that the icon does not wrap to a line of its own. */}
      <span className="inline-flex items-center gap-2">
        {code ? (
          <a href={code} rel="nofollow noopener" className={metaLink}>
            <Icon name="code" />
            {paper.codeStars ? (
              <>
                <span className="sr-only">Code, stars: </span>
                {compactCount(paper.codeStars)}
                <Icon name="star" className="size-3.5" />
              </>
            ) : (
              'Code'
            )}
          </a>
        ) : null}
        <Provenance href={`${path}#why`} summaryBy={paper.summaryBy} />
      </span>
    </div>
  );
}

const metaLink =
  'inline-flex min-h-7 min-w-6 items-center gap-1.5 whitespace-nowrap hover:text-accent';

export const commentWords = (comments: number): string =>
  comments === 0 ? 'Discuss' : plural(comments, 'comment');
