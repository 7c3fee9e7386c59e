import Link from 'next/link';
import { PageLinks } from '@/components/layout/page-links';
import { PaperRow } from '@/components/papers/paper-row';
import { UpvoteButton } from '@/components/papers/upvote-button';
import { SaveSearchForm } from '@/components/searches/save-search-form';
import { plainText } from '@/lib/markup/plain';
import { formatCount } from '@/lib/papers/dates';
import { searchPath } from '@/lib/search/paths';
import type { SearchParams } from '@/lib/search/schema';
import type { SearchPage } from '@/lib/search/types';
import { writeQuery } from '@/lib/searches/schema';
import { site } from '@/lib/site/site';
import { NoResults } from './no-results';

type Props = { params: SearchParams; result: SearchPage };

/** The papers that were found, after what must be known about how. */
export function SearchResults({ params, result }: Props) {
  const { papers, corrected, loosened } = result;
  const marked = new Set(result.marks);
  return (
    <section aria-labelledby="results" className="mt-5">
      <h2 id="results" className="sr-only">
        Results
      </h2>
      {corrected ? (
        <p className="text-sm">
          Showing results for{' '}
          <Link
            href={searchPath({ ...params, q: corrected, page: '' })}
            prefetch={false}
            className="font-semibold text-link"
          >
            {corrected}
          </Link>
          . Search instead for{' '}
          <Link
            href={searchPath({ ...params, exact: '1', page: '' })}
            prefetch={false}
            className="text-link"
          >
            {params.q}
          </Link>
          .
        </p>
      ) : null}
      {loosened ? (
        <p className="text-sm">No paper has these words side by side. These have them apart:</p>
      ) : null}
      {papers.length === 0 ? (
        <NoResults params={params} />
      ) : (
        <>
          <div className="mb-2 flex flex-wrap items-center gap-x-4">
            <p role="status" className="text-muted text-sm">
              {countWords(result)}
            </p>
            <SaveSearchForm query={writeQuery(params)} name="" />
          </div>
          <ol className="divide-y divide-line border-line border-y">
            {papers.map((paper) => (
              <li key={paper.id} data-paper-id={paper.id}>
                <PaperRow
                  paper={paper}
                  marked={marked}
                  timeZone={site().timeZone}
                  upvote={
                    <UpvoteButton
                      paperId={paper.id}
                      slug={paper.slug}
                      title={plainText(paper.title)}
                      upvotes={paper.upvotes}
                    />
                  }
                />
              </li>
            ))}
          </ol>
        </>
      )}
      <PageLinks
        path={(to) => searchPath({ ...params, page: String(to) })}
        page={result.page}
        more={result.more}
      />
    </section>
  );
}

function countWords({ total, allWords, page }: SearchPage): string {
  const papers = total === 1 ? '1 paper' : `${formatCount(total)} papers`;
  const found = allWords ? papers : `No paper has all of these words; ${papers} with some of them`;
  return page > 1 ? `${found}, page ${page}` : found;
}
