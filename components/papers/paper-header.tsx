import Link from 'next/link';
import type { ReactNode } from 'react';
import { StarLine } from '@/components/code/star-line';
import { ReaderLink } from '@/components/people/reader-link';
import { Notice } from '@/components/ui/notice';
import { plural } from '@/lib/base/plural';
import { formatDate } from '@/lib/papers/dates';
import { listUrl } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import type { AuthorName, ExternalFigures, PaperDetail } from '@/lib/papers/types';
import { site } from '@/lib/site/site';
import { versionsPath } from '@/lib/versions/paths';
import { AuthorList } from './author-list';
import { CategoryList } from './category-list';
import { MathText } from './math-text';
import { PaperBadges } from './paper-badges';

type Props = {
  /** Including all authors. */
  paper: PaperDetail & { authors: AuthorName[] };
  timeZone?: string;
};

/** A paper's title, authors, dates and other metadata. */
export function PaperHeader({ paper, timeZone }: Props) {
  return (
    <header>
      <State {...paper} />
      {paper.badges.length > 0 ? (
        <div className="mb-2 flex flex-wrap gap-2">
          <PaperBadges badges={paper.badges} />
        </div>
      ) : null}
      <h1 className="text-balance font-semibold font-title text-[1.375rem] leading-tight sm:text-[1.75rem]">
        <MathText text={paper.title} title />
      </h1>
      <AuthorList authors={paper.authors} organization={paper.organization} />
      <dl className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-muted text-sm">
        <Fact name="Published">
          <time dateTime={paper.publishedAt}>{formatDate(paper.publishedAt, timeZone)}</time>
        </Fact>
        {paper.revisedAt && paper.version > 1 ? (
          <Fact name="Revised">
            <time dateTime={paper.revisedAt}>{formatDate(paper.revisedAt, timeZone)}</time>
            {' ('}
            <VersionsLink {...paper} />)
          </Fact>
        ) : null}
        {paper.categories.length > 0 ? (
          <div>
            <dt className="sr-only">Categories</dt>
            <dd>
              <CategoryList categories={paper.categories} />
            </dd>
          </div>
        ) : null}
        {paper.submittedBy ? (
          <Fact name="Submitted by">
            <ReaderLink handle={paper.submittedBy} />
          </Fact>
        ) : null}
        {paper.journalRef ? <Fact name="In">{paper.journalRef}</Fact> : null}
      </dl>
      {paper.note ? (
        <p className="mt-2 max-w-prose text-muted text-sm">
          <MathText text={paper.note} />
        </p>
      ) : null}
      {paper.stars && paper.codeStars !== null ? (
        <StarLine stars={paper.codeStars} series={paper.stars} />
      ) : null}
      <External figures={paper.external} />
      <p className="mt-2 hidden text-muted text-sm print:block">
        {new URL(paperPath(paper.slug), site().url).href}
      </p>
    </header>
  );
}

/** Warns of a withdrawal or retraction. */
function State({ withdrawn, retraction }: PaperDetail) {
  if (!withdrawn && !retraction) return null;
  return (
    <div className="mb-4">
      <Notice kind="caution" title={retraction ? 'Retracted' : 'This paper has been withdrawn.'}>
        {retraction ? 'This paper has been retracted' : null}
        {retraction?.notice ? (
          <>
            {' ('}
            <a href={retraction.notice} rel="nofollow noopener" className="text-link">
              notice of retraction
            </a>
            )
          </>
        ) : null}
        {retraction ? '. ' : null}
        Its page stays so that links and comments keep working.
      </Notice>
    </div>
  );
}

function VersionsLink({ slug, version, versions }: PaperDetail) {
  if (versions === 0) return `version ${version}`;
  return (
    <Link href={versionsPath(slug)} prefetch={false} className="text-link">
      version {version}, what changed
    </Link>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="inline">{name} </dt>
      <dd className="inline text-ink">{children}</dd>
    </div>
  );
}

/** Leaves out zeros: many lists have no votes or comments of their own. */
function figureWords(upvotes: number, comments: number): string {
  const figures = [
    upvotes > 0 ? plural(upvotes, 'upvote') : '',
    comments > 0 ? plural(comments, 'comment') : '',
  ].filter(Boolean);
  return figures.length > 0 ? `: ${figures.join(', ')} there` : '';
}

/** Another site's figures, labeled as such: they are not votes of this site. */
function External({ figures }: { figures: ExternalFigures[] }) {
  if (figures.length === 0) return null;
  return (
    <ul className="mt-3 space-y-0.5 text-muted text-sm">
      {figures.map(({ site, day, upvotes, comments, submitter }) => (
        <li key={`${site} ${day}`}>
          Listed on{' '}
          <a href={listUrl(site, day)} rel="nofollow noopener" className="text-link">
            {site}
          </a>
          , {formatDate(`${day}T00:00:00Z`)}
          {figureWords(upvotes, comments)}
          {submitter ? `, submitted by ${submitter}` : ''}
        </li>
      ))}
    </ul>
  );
}
