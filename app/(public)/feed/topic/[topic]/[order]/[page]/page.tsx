import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { TopicHeading } from '@/components/papers/topic-heading';
import { cardImage, topicCardPath } from '@/lib/cards/paths';
import { getFeed } from '@/lib/feeds/data';
import { categoryName, findCategory } from '@/lib/papers/categories';
import { type Feed, feedPath } from '@/lib/papers/paths';
import { site } from '@/lib/site/site';
import { feedAlternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/topic/[topic]/[order]/[page]'>;

export const generateStaticParams = () => [{ topic: 'placeholder', order: 'trending', page: '1' }];

const orderOf = (order: string) => (order === 'new' ? 'new' : 'trending');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic, order: given, page } = await params;
  const name = categoryName(topic);
  if (!name) return {};
  const order = orderOf(given);
  return {
    title: `${order === 'new' ? 'New in ' : ''}${name} (${topic})${page === '1' ? '' : `, page ${page}`}`,
    alternates: feedAlternates({ kind: 'topic', topic, order }, Number(page)),
    openGraph: {
      siteName: site().name,
      title: name,
      images: [cardImage(topicCardPath(topic), name)],
    },
  };
}

export default async function TopicPage({ params }: Props) {
  const { topic: address, order: given, page } = await params;
  const topic = findCategory(address);
  if (!topic) return null;
  const order = orderOf(given);
  const feed: Feed = { kind: 'topic', topic, order };
  const papers = await getFeed(feed, Number(page));
  if (topic !== address) redirect(feedPath(feed, papers.page));
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="topics">
      <TopicHeading topic={topic} order={order} />
      <FeedSection feed={feed} page={papers} />
    </PageShell>
  );
}
