import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { SearchForm } from '@/components/search/search-form';
import { SearchHelp } from '@/components/search/search-help';
import { SearchResults } from '@/components/search/search-results';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { Notice } from '@/components/ui/notice';
import { searchIfPossible } from '@/lib/search/data';
import { searchPath } from '@/lib/search/paths';
import { readRequest, type SearchParams, searchParams as shape } from '@/lib/search/schema';
import { param } from '@/lib/sign-in/page';
import { alternates } from '@/lib/syndication/metadata';
import { UNAVAILABLE } from '@/lib/web/shared-page';

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const params = readParams(await searchParams);
  const q = params.q.trim().slice(0, 100);
  return {
    title: q ? `${q} · Search` : 'Search',
    robots: { index: false, follow: true },
    ...(isAsked(params) && {
      alternates: alternates(searchPath({ ...params, page: '' }), {
        source: { kind: 'search', params },
        title: `Search: ${q}`,
      }),
    }),
  };
}

/** Parses each field separately, so that one invalid field does not drop the others. */
function readParams(params: Record<string, string | string[] | undefined>): SearchParams {
  const fields = Object.entries(shape.shape).map(([name, field]) => {
    const read = field.safeParse(param(params, name));
    return [name, read.success ? read.data : param(params, name).slice(0, 20)];
  });
  return Object.fromEntries(fields);
}

function isAsked(params: SearchParams): boolean {
  const { request } = readRequest(params);
  return Boolean(request.q) || Object.keys(request.filters).length > 0;
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const params = readParams(await searchParams);
  const { request, problems } = readRequest(params);
  const asked = isAsked(params);
  const result = asked ? await searchIfPossible(request) : null;
  return (
    <PageShell nav="search">
      <PageHeading aside={asked ? <SubscribeMenu source={{ kind: 'search', params }} /> : null}>
        Search
      </PageHeading>
      <SearchForm params={params} problems={problems} />
      {result ? (
        <SearchResults params={params} result={result} />
      ) : asked ? (
        <div {...UNAVAILABLE}>
          <Notice kind="danger" role="alert" title="Search is not available right now">
            The site is busy or its database is not responding. Try again in a minute.
          </Notice>
        </div>
      ) : (
        <SearchHelp />
      )}
    </PageShell>
  );
}
