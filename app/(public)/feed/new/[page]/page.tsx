import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { FilterMenu } from '@/components/papers/filter-menu';
import { FrontTabs } from '@/components/papers/front-tabs';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { getFeed } from '@/lib/feeds/data';
import { feedAlternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/new/[page]'>;

export const generateStaticParams = () => [{ page: 'placeholder' }];

const feed = { kind: 'new' } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = Number((await params).page);
  return {
    title: page > 1 ? `New papers, page ${page}` : 'New papers',
    alternates: feedAlternates(feed, page),
  };
}

export default async function NewPage({ params }: Props) {
  const { page } = await params;
  if (page === 'placeholder') return null;
  const papers = await getFeed(feed, Number(page));
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="new">
      <PageHeading
        hint="The latest submissions first"
        aside={
          <>
            <FilterMenu order="new" />
            <SubscribeMenu source={{ kind: 'papers', feed }} />
          </>
        }
      >
        New papers
      </PageHeading>
      <FrontTabs current="new" />
      <FeedSection feed={feed} page={papers} />
    </PageShell>
  );
}
