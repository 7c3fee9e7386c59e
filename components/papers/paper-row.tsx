import Link from 'next/link';
import type { ReactNode } from 'react';
import { SaveLink } from '@/components/collections/save-link';
import { Icon } from '@/components/ui/icon';
import { Moment } from '@/components/ui/moment';
import { staticHtml } from '@/components/ui/static-html';
import { compactCount, plural } from '@/lib/base/plural';
import { formatCount } from '@/lib/papers/dates';
import { webAddress } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import type { Badge, PaperSummary } from '@/lib/papers/types';
import { AuthorLine } from './author-line';
import { CategoryList } from './category-list';
import { MathText } from './math-text';
import { PaperBadges } from './paper-badges';
import { PaperTile } from './paper-tile';
import { Provenance } from './provenance';
import { ReadMark } from './read-mark';
import { SourceVotes } from './source-votes';

/** What a row says of a paper, without its counts and texts. */
export type RowPaper = Omit<PaperSummary, 'excerpt' | 'upvotes' | 'rate' | 'sparkline'>;

type Props = TextProps & {
  paper: PaperSummary;
  /** The upvote button: at the left, or before the other controls on a phone. */
  upvote: ReactNode;
  /** The row's menu, beside Save. */
  menu?: ReactNode;
  /** Its sparkline and rate, beside the button; plain components only. */
  trend?: ReactNode;
};

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

/**
 * One feed row: title, authors, excerpt, and links to code and discussion. Keyboard shortcuts find
 * it and its controls by `data-` attributes, such as `data-open` and the button's `data-upvote`.
 */
export function PaperRow({ paper, upvote, menu, trend, ...props }: Props) {
  const vote = (
    <>
      {upvote}
      <RowHtml>{trend}</RowHtml>
    </>
  );
  const text = (
    <RowText
      paper={paper}
      title={<MathText text={paper.title} title />}
      excerpt={paper.excerpt ? <MathText text={paper.excerpt} /> : null}
      {...props}
    />
  );
  return (
    <RowFrame paper={paper} vote={vote} menu={menu}>
      {/* A note may have controls. */}
      {props.note ? text : <RowHtml>{text}</RowHtml>}
    </RowFrame>
  );
}

/**
 * Plain components as one piece of HTML, whose links SoftLinks follows: Next needs longer to write a
 * row's elements as data, and sends them twice.
 */
export const RowHtml = ({ children }: { children: ReactNode }) => (
  // The script for times changes them before React is there.
  <div
    className="contents"
    suppressHydrationWarning
    dangerouslySetInnerHTML={{ __html: staticHtml(children) }}
  />
);

/** A row with its controls around what it says of the paper. */
export function RowFrame({
  paper,
  vote,
  menu,
  children,
}: {
  paper: Pick<PaperSummary, 'id' | 'slug'>;
  vote: ReactNode;
  menu?: ReactNode;
  children: ReactNode;
}) {
  return (
    <article data-paper-row data-paper-id={paper.id} className="row">
      <div className="row-vote">{vote}</div>
      {children}
      <div className="row-acts">
        <ReadMark paperId={paper.id} />
        <SaveLink
          paperId={paper.id}
          slug={paper.slug}
          iconOnly
          className="grid size-8 place-items-center rounded-md hover:bg-sunken hover:text-ink"
        />
        {menu}
      </div>
      {/* For Zotero, which asks for it at UNAPI_PATH. */}
      <abbr hidden className="unapi-id" title={paper.slug} />
    </article>
  );
}

/** What a row says of a paper: plain components only, so that it can be kept as HTML. */
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
