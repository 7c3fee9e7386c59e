import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { getFeed } from '@/lib/feeds/data';
import { feedPath } from '@/lib/papers/paths';
import { alternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/discussed/[page]'>;

export const generateStaticParams = () => [{ page: 'placeholder' }];

const feed = { kind: 'discussed' } as const;
const FEEDS_HERE = [
  { source: { kind: 'papers', feed }, title: 'Most discussed papers' },
  { source: { kind: 'comments' }, title: 'New comments' },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = Number((await params).page);
  return {
    title: page > 1 ? `Most discussed papers, page ${page}` : 'Most discussed papers',
    alternates: alternates(feedPath(feed, page), ...FEEDS_HERE),
  };
}

export default async function DiscussedPage({ params }: Props) {
  const { page } = await params;
  if (page === 'placeholder') return null;
  const papers = await getFeed(feed, Number(page));
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="top">
      <PageHeading
        hint="By the comments of the last 30 days"
        aside={
          <SubscribeMenu
            source={{ kind: 'papers', feed }}
            also={{ label: 'All new comments', source: { kind: 'comments' } }}
          />
        }
      >
        Most discussed papers
      </PageHeading>
      <FeedSection feed={feed} page={papers} />
    </PageShell>
  );
}
