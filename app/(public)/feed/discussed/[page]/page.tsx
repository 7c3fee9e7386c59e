import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { getFeed } from '@/lib/papers/data';
import { feedPath } from '@/lib/papers/paths';

type Props = PageProps<'/feed/discussed/[page]'>;

export const generateStaticParams = () => [{ page: 'placeholder' }];

const feed = { kind: 'discussed' } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = Number((await params).page);
  return {
    title: page > 1 ? `Most discussed papers, page ${page}` : 'Most discussed papers',
    alternates: { canonical: feedPath(feed, page) },
  };
}

export default async function DiscussedPage({ params }: Props) {
  const { page } = await params;
  if (page === 'placeholder') return null;
  const papers = await getFeed(feed, Number(page));
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="top">
      <PageHeading hint="By the comments of the last 30 days">Most discussed papers</PageHeading>
      <FeedSection feed={feed} page={papers} />
    </PageShell>
  );
}
