import Link from 'next/link';
import type { ReactNode } from 'react';
import { SaveLink } from '@/components/collections/save-link';
import { Icon } from '@/components/ui/icon';
import { formatCount, formatDate } from '@/lib/papers/dates';
import { webAddress } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import type { PaperSummary } from '@/lib/papers/types';
import { picturePath } from '@/lib/pictures/paths';
import { AuthorLine } from './author-line';
import { CategoryList } from './category-list';
import { MathText } from './math-text';
import { PaperBadges } from './paper-badges';
import { SourceVotes } from './source-votes';

type Props = {
  paper: PaperSummary;
  /** The upvote button, at the left. */
  upvote: ReactNode;
  /** Why it stands out, over the title, beside its badges: a place given by chance. */
  marks?: ReactNode;
  /** What the reader can do about it, at the right of the title. */
  menu?: ReactNode;
  /** How its upvotes came, under the button. */
  trend?: ReactNode;
  /** What brought it to this reader, below everything. */
  note?: ReactNode;
  /** Words that were looked for: they are marked, and more of the text is shown. */
  marked?: ReadonlySet<string>;
  timeZone?: string;
};

const compact = new Intl.NumberFormat('en', { notation: 'compact' });

/**
 * One paper of a feed: what it is, who wrote it, what it says, where its code and talk are. Keys act
 * on it by its `data-` attributes, `data-open` and the button's `data-upvote` among them.
 */
export function PaperRow({ paper, upvote, marks, menu, trend, note, marked, timeZone }: Props) {
  const path = paperPath(paper.slug);
  const code = webAddress(paper.codeUrl);
  return (
    <article data-paper-row data-paper-id={paper.id} className="flex gap-3 py-4 sm:gap-4">
      <div className="flex w-11 shrink-0 flex-col items-center gap-1 pt-0.5">
        {upvote}
        {trend}
      </div>
      <div className="min-w-0 grow">
        {marks || paper.badges.length > 0 ? (
          <div className="mb-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
            <PaperBadges badges={paper.badges} brief />
            {marks}
          </div>
        ) : null}
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 grow text-pretty font-semibold font-serif text-lg leading-snug">
            <Link
              href={path}
              prefetch={false}
              data-open
              className="hover:text-accent visited:text-muted"
            >
              <MathText text={paper.title} marked={marked} />
            </Link>
          </h2>
          {menu ? <div className="-my-1 -mr-1 shrink-0">{menu}</div> : null}
        </div>
        <p className="mt-0.5 text-muted text-sm">
          <AuthorLine {...paper} />
        </p>
        {paper.excerpt ? (
          <p
            data-excerpt
            className={`mt-1.5 text-[0.9375rem] leading-normal ${marked ? 'line-clamp-6' : 'line-clamp-3 sm:line-clamp-2'}`}
          >
            <MathText text={paper.excerpt} marked={marked} />
          </p>
        ) : null}
        <div className="mt-1 flex flex-wrap items-center gap-x-3.5 text-muted text-sm sm:gap-x-4">
          <time dateTime={paper.publishedAt} className="whitespace-nowrap" title="Published">
            {formatDate(paper.publishedAt, timeZone)}
          </time>
          <CategoryList categories={paper.categories} brief />
          <Link href={`${path}#comments`} prefetch={false} className={footLink}>
            <Icon name="comment" />
            {commentWords(paper.comments)}
          </Link>
          <SaveLink paperId={paper.id} slug={paper.slug} className={footLink} />
          {code ? (
            <a href={code} rel="nofollow noopener" className={footLink}>
              <Icon name="code" />
              Code
              {paper.codeStars ? (
                <span className="hidden items-center gap-0.5 sm:inline-flex">
                  <Icon name="star" className="size-3.5" />
                  <span className="sr-only">stars: </span>
                  {compact.format(paper.codeStars)}
                </span>
              ) : null}
            </a>
          ) : null}
          {paper.listing ? <SourceVotes {...paper.listing} /> : null}
          {paper.summaryBy ? (
            <span className="hidden sm:inline">Summary by {paper.summaryBy}</span>
          ) : null}
        </div>
        {note ? <div className="mt-1 text-muted text-sm">{note}</div> : null}
      </div>
      {paper.picture ? <RowPicture href={path} picture={paper.picture} /> : null}
    </article>
  );
}

/**
 * The picture that somebody chose, in a place of one size. A card that is drawn says what the row
 * says already, and is too small to read here: it stands where a link is passed on.
 */
function RowPicture({ href, picture }: { href: string; picture: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      tabIndex={-1}
      aria-hidden="true"
      className="hidden h-20 w-28 shrink-0 overflow-hidden rounded-md border border-line bg-white sm:block"
    >
      {/* biome-ignore lint/performance/noImgElement: made in this size already */}
      <img
        src={picturePath(picture, 'small')}
        alt=""
        width={112}
        height={80}
        loading="lazy"
        className="size-full object-contain"
      />
    </Link>
  );
}

const footLink = 'inline-flex min-h-7 items-center gap-1.5 whitespace-nowrap hover:text-accent';

export const commentWords = (comments: number): string =>
  comments === 0 ? 'Discuss' : comments === 1 ? '1 comment' : `${formatCount(comments)} comments`;
