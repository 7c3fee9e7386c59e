import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { TopicIndex } from '@/components/papers/topic-index';
import { getTopicCounts } from '@/lib/feeds/data';
import { site } from '@/lib/site/site';

export const metadata: Metadata = { title: 'Topics', alternates: { canonical: '/topics' } };

export const generateStaticParams = () => [{ all: 'placeholder' }];

export default async function TopicsPage({ params }: PageProps<'/feed/topics/[all]'>) {
  if ((await params).all === 'placeholder') return null;
  const counts = await getTopicCounts();
  return (
    <PageShell nav="topics">
      <PageHeading hint="arXiv categories and their number of papers here">Topics</PageHeading>
      <TopicIndex counts={counts} own={site().topics} />
    </PageShell>
  );
}
