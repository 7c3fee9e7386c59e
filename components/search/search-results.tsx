import Link from 'next/link';
import { PageLinks } from '@/components/layout/page-links';
import { SaveSearchForm } from '@/components/searches/save-search-form';
import type { PaperSummary } from '@/lib/papers/types';
import { foundMessage } from '@/lib/search/messages';
import { searchPath } from '@/lib/search/paths';
import type { SearchParams } from '@/lib/search/schema';
import type { SearchPage } from '@/lib/search/types';
import { likeName } from '@/lib/searches/paths';
import { writeQuery } from '@/lib/searches/schema';
import { site } from '@/lib/site/site';
import { LikeWhat } from './like-what';
import { NoResults } from './no-results';
import { type RenderResult, renderResult as render } from './result-row';

type Props = { params: SearchParams; result: SearchPage; renderResult?: RenderResult };

export function SearchResults({ params, result, renderResult = render }: Props) {
  const { papers, corrected, loosened, complete, like } = result;
  const partial = papers.slice(complete);
  const shown = { marked: new Set(result.marks), renderResult };
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
            rel="nofollow"
            className="font-semibold text-link"
          >
            {corrected}
          </Link>
          . Search instead for{' '}
          <Link
            href={searchPath({ ...params, exact: '1', page: '' })}
            prefetch={false}
            rel="nofollow"
            className="text-link"
          >
            {params.q}
          </Link>
          .
        </p>
      ) : null}
      {like.length > 0 ? <LikeWhat papers={like} /> : null}
      {loosened ? (
        <p className="text-sm">No paper has these words side by side. These have them apart:</p>
      ) : null}
      {papers.length === 0 ? (
        <NoResults params={params} />
      ) : (
        <>
          <div className="mb-2 flex flex-wrap items-center gap-x-4">
            <p role="status" className="text-muted text-sm">
              {foundMessage(result)}
            </p>
            <SaveSearchForm
              query={writeQuery(params)}
              name={like[0] ? likeName(like[0].title) : ''}
            />
          </div>
          <ResultList papers={papers.slice(0, complete)} {...shown} />
          {partial.length > 0 ? (
            <>
              <h3 className="mt-6 mb-2 font-semibold text-muted text-sm">With some of the words</h3>
              <ResultList papers={partial} {...shown} />
            </>
          ) : null}
        </>
      )}
      <PageLinks
        path={(to) => searchPath({ ...params, page: String(to) })}
        page={result.page}
        more={result.more}
        endless
      />
    </section>
  );
}

type ListProps = {
  papers: PaperSummary[];
  marked: ReadonlySet<string>;
  renderResult: RenderResult;
};

function ResultList({ papers, marked, renderResult }: ListProps) {
  if (papers.length === 0) return null;
  const { timeZone } = site();
  return (
    <ol className="divide-y divide-line border-line border-y">
      {papers.map((paper) => renderResult({ paper, marked, timeZone }))}
    </ol>
  );
}
