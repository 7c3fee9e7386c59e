import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { FilterForm } from '@/components/papers/filter-form';
import { NothingFound } from '@/components/papers/nothing-found';
import { TopicOptions } from '@/components/papers/topic-options';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { Notice } from '@/components/ui/notice';
import { getFiltered, getYears } from '@/lib/feeds/data';
import { formatCount } from '@/lib/papers/dates';
import { filterInWords, readFilter } from '@/lib/papers/filter';
import { feedAlternates } from '@/lib/syndication/metadata';

export async function generateMetadata({
  searchParams,
}: PageProps<'/papers/filter'>): Promise<Metadata> {
  const query = queryOf(await searchParams);
  // Not from the clock, which prerendered code must not read.
  const [thisYear = 0] = await getYears();
  const asked = readFilter(query, thisYear);
  return {
    title: 'Filter papers',
    robots: { index: false },
    ...(asked.ok &&
      query.size > 0 && { alternates: feedAlternates({ kind: 'filter', filter: asked.filter }) }),
  };
}

const queryOf = (given: Record<string, string | string[] | undefined>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(given).map(([name, value = '']) => [name, [value].flat()[0] ?? '']),
  );

const TOPICS = 'filter-topics';

export default async function FilterPage({ searchParams }: PageProps<'/papers/filter'>) {
  const query = queryOf(await searchParams);
  const [thisYear = 0] = await getYears();
  const asked = readFilter(query, thisYear);
  const chosen = asked.ok && query.size > 0 ? asked : null;
  const found = chosen ? await getFiltered(chosen.filter, chosen.page) : null;
  const problems = asked.ok ? {} : asked.problems;
  return (
    <PageShell>
      <PageHeading
        hint={chosen ? filterInWords(chosen.filter) : 'Choose what papers are to meet.'}
        aside={
          chosen ? (
            <SubscribeMenu
              source={{ kind: 'papers', feed: { kind: 'filter', filter: chosen.filter } }}
            />
          ) : null
        }
      >
        Filter papers
      </PageHeading>
      <div className="mb-6 space-y-4 rounded-lg border border-line bg-surface p-4">
        {asked.ok ? null : (
          <Notice kind="caution" role="alert" title="This filter cannot be read">
            {problems.page ?? 'Nothing was looked for: see the fields below.'}
          </Notice>
        )}
        <FilterForm typed={asked.typed} problems={problems} topics={TOPICS} wide />
        <TopicOptions id={TOPICS} />
      </div>
      {chosen && found ? (
        <>
          {found.papers.length === 0 ? (
            <NothingFound filter={chosen.filter} page={found.page} />
          ) : (
            <FeedSection feed={{ kind: 'filter', filter: chosen.filter }} page={found} />
          )}
          {found.lookedThrough ? (
            <p className="mt-4 text-muted text-sm">
              Only the first {formatCount(found.lookedThrough)} papers of this order were looked
              through. Narrow the filter by a topic or a year to reach further.
            </p>
          ) : null}
        </>
      ) : null}
    </PageShell>
  );
}
