import { PageHeading } from '@/components/layout/page-shell';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { Notice } from '@/components/ui/notice';
import type { Search } from '@/lib/search/asked';
import type { SearchPage } from '@/lib/search/types';
import { UNAVAILABLE } from '@/lib/web/shared-page';
import type { RenderResult } from './result-row';
import { SearchForm } from './search-form';
import { SearchHelp } from './search-help';
import { SearchResults } from './search-results';

type Props = {
  search: Search;
  /** Null if nothing is asked for, or if the search is not possible now. */
  result: SearchPage | null;
  renderResult?: RenderResult;
};

/**
 * All of the search page that depends on the query. Next renders it, and for strangers the outer
 * server does (scripts/serve/search-page.tsx): nothing here is asynchronous or needs the router.
 */
export function SearchContent({ search, result, renderResult }: Props) {
  const { params, problems, isAsked } = search;
  return (
    <>
      <PageHeading aside={isAsked ? <SubscribeMenu source={{ kind: 'search', params }} /> : null}>
        Search
      </PageHeading>
      <SearchForm params={params} problems={problems} />
      {result ? (
        <SearchResults params={params} result={result} renderResult={renderResult} />
      ) : isAsked ? (
        <div {...UNAVAILABLE}>
          <Notice kind="danger" role="alert" title="Search is not available right now">
            The site is busy or its database is not responding. Try again in a minute.
          </Notice>
        </div>
      ) : (
        <SearchHelp />
      )}
    </>
  );
}
