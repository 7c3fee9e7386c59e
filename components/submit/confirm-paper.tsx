import { AuthorNames } from '@/components/papers/author-line';
import { CategoryList } from '@/components/papers/category-list';
import { MathText } from '@/components/papers/math-text';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/papers/dates';
import { excerpt } from '@/lib/papers/excerpt';
import { paperPath } from '@/lib/papers/paths';
import type { Candidate } from '@/lib/submissions/types';
import { submissionProblem } from '@/lib/submissions/words';
import { SubmitButton } from './submit-button';

const AUTHORS_SHOWN = 12;

/** The second step: what arXiv says of the paper, to be confirmed. */
export function ConfirmPaper({ paper }: { paper: Candidate }) {
  const more = paper.authors.length - AUTHORS_SHOWN;
  return (
    <div className="space-y-4">
      <Card aria-label="The paper">
        <h2 className="text-balance font-semibold font-serif text-lg leading-snug">
          <MathText text={paper.title} />
        </h2>
        <p className="mt-1 text-muted text-sm">
          <AuthorNames authors={paper.authors.slice(0, AUTHORS_SHOWN)} />
          {more > 0 ? ` and ${more} more` : null}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-3 text-muted text-sm">
          <time dateTime={paper.publishedAt}>{formatDate(paper.publishedAt)}</time>
          <span>arXiv:{paper.externalId}</span>
          <CategoryList categories={paper.categories} />
        </p>
        {paper.abstract ? (
          <p className="mt-2 text-[0.9375rem] leading-normal">
            <MathText text={excerpt(paper.abstract)} />
          </p>
        ) : null}
      </Card>
      {paper.withdrawn ? (
        <Notice kind="caution">{submissionProblem('withdrawn')}</Notice>
      ) : paper.listed ? (
        <Notice>
          It is{' '}
          <a href={paperPath(paper.slug)} className="underline">
            here already
          </a>
          .
        </Notice>
      ) : (
        <SubmitButton arxivId={paper.externalId}>Submit this paper</SubmitButton>
      )}
    </div>
  );
}
