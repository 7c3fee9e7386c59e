import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { getFeed } from '@/lib/feeds/data';
import { feedAlternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/code-momentum/[page]'>;

export const generateStaticParams = () => [{ page: 'placeholder' }];

const feed = { kind: 'code-momentum' } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = Number((await params).page);
  return {
    title: page > 1 ? `Code momentum, page ${page}` : 'Code momentum',
    alternates: feedAlternates(feed, page),
  };
}

export default async function CodeMomentumPage({ params }: Props) {
  const { page } = await params;
  if (page === 'placeholder') return null;
  const papers = await getFeed(feed, Number(page));
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="top">
      <PageHeading hint="By the stars a day that their code won on GitHub over the last week; no part of Trending">
        Code momentum
      </PageHeading>
      <FeedSection feed={feed} page={papers} />
    </PageShell>
  );
}
