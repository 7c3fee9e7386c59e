import { AuthorNames } from '@/components/papers/author-line';
import { CategoryList } from '@/components/papers/category-list';
import { MathText } from '@/components/papers/math-text';
import { Card } from '@/components/ui/card';
import { formatDate } from '@/lib/papers/dates';
import { excerpt } from '@/lib/papers/excerpt';
import { identifierWords } from '@/lib/submissions/messages';
import type { Candidate } from '@/lib/submissions/types';

const AUTHORS_SHOWN = 12;

/** The source's metadata of a paper, to be confirmed. */
export function FoundPaper({ paper, source }: { paper: Candidate; source: string }) {
  const more = paper.authors.length - AUTHORS_SHOWN;
  return (
    <Card aria-label="The paper">
      <h2 className="text-balance font-semibold font-title text-lg leading-snug">
        <MathText text={paper.title} />
      </h2>
      <p className="mt-1 text-muted text-sm">
        <AuthorNames authors={paper.authors.slice(0, AUTHORS_SHOWN)} />
        {more > 0 ? ` and ${more} more` : null}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-muted text-sm">
        <time dateTime={paper.publishedAt}>{formatDate(paper.publishedAt)}</time>
        <span className="[overflow-wrap:anywhere]">
          {identifierWords(source, paper.externalId)}
        </span>
        <CategoryList categories={paper.categories} />
      </p>
      {paper.abstract ? (
        <p className="mt-2 text-[0.9375rem] leading-normal">
          <MathText text={excerpt(paper.abstract)} />
        </p>
      ) : null}
    </Card>
  );
}
