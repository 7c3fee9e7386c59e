import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { SearchForm } from '@/components/search/search-form';
import { SearchHelp } from '@/components/search/search-help';
import { SearchResults } from '@/components/search/search-results';
import { param } from '@/lib/auth/page';
import { searchPapers } from '@/lib/search/data';
import { readRequest, type SearchParams, searchParams as shape } from '@/lib/search/schema';

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const q = param(await searchParams, 'q')
    .trim()
    .slice(0, 100);
  return { title: q ? `${q} · Search` : 'Search', robots: { index: false, follow: true } };
}

/** Each field by itself: one that is too long says nothing about the others. */
function readParams(params: Record<string, string | string[] | undefined>): SearchParams {
  const fields = Object.entries(shape.shape).map(([name, field]) => {
    const read = field.safeParse(param(params, name));
    return [name, read.success ? read.data : param(params, name).slice(0, 20)];
  });
  return Object.fromEntries(fields);
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const params = readParams(await searchParams);
  const { request, problems } = readRequest(params);
  const asked = Boolean(request.q) || Object.keys(request.filters).length > 0;
  return (
    <PageShell nav="search">
      <PageHeading>Search</PageHeading>
      <SearchForm params={params} problems={problems} />
      {asked ? (
        <SearchResults params={params} result={await searchPapers(request)} />
      ) : (
        <SearchHelp />
      )}
    </PageShell>
  );
}
