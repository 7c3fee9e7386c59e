import { notFound } from 'next/navigation';
import { getTrending } from '@/lib/papers/data';

export const generateStaticParams = () => [{ page: 'placeholder' }];

export default async function TrendingPage({ params }: PageProps<'/feed/trending/[page]'>) {
  const { page } = await params;
  if (page === 'placeholder') return null;
  const feed = await getTrending(Number(page));
  if (feed.papers.length === 0 && feed.page > 1) notFound();
  return (
    <ul>
      {feed.papers.map((p) => (
        <li key={p.id}>
          <a href={`/papers/${p.slug}`}>{p.title}</a>
        </li>
      ))}
    </ul>
  );
}
