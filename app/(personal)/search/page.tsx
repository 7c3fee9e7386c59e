import type { Metadata } from 'next';
import { PageShell } from '@/components/layout/page-shell';
import { SearchContent } from '@/components/search/search-content';
import { SearchRegion } from '@/components/search/search-region';
import { readSearch, searchTitle, shownQuery } from '@/lib/search/asked';
import { searchIfPossible } from '@/lib/search/data';
import { searchPath } from '@/lib/search/paths';
import { inTitle } from '@/lib/site/title';
import { alternates } from '@/lib/syndication/metadata';
import { isShell } from '@/lib/web/session';

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const robots = { index: false, follow: true };
  // The outer server writes the rest.
  if (await isShell()) return { title: { absolute: '' }, robots };
  const search = readSearch(await searchParams);
  const { params, isAsked } = search;
  return {
    title: inTitle(searchTitle(search)),
    robots,
    ...(isAsked && {
      alternates: alternates(searchPath({ ...params, page: '' }), {
        source: { kind: 'search', params },
        title: `Search: ${shownQuery(search)}`,
      }),
    }),
  };
}

/** For strangers this is the frame only, rendered once (scripts/serve/search-page.tsx). */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  return (
    <PageShell nav="search">
      <SearchRegion>{(await isShell()) ? null : await contentOf(searchParams)}</SearchRegion>
    </PageShell>
  );
}

async function contentOf(searchParams: PageProps<'/search'>['searchParams']) {
  const search = readSearch(await searchParams);
  const result = search.isAsked ? await searchIfPossible(search.request) : null;
  return <SearchContent search={search} result={result} />;
}
