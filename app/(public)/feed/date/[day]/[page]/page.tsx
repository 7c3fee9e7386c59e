import { notFound, redirect } from 'next/navigation';
import { getCurrentDay, getDay } from '@/lib/papers/data';
import { isDay } from '@/lib/papers/days';
import { feedPath } from '@/lib/papers/paths';

export const generateStaticParams = () => [{ day: 'placeholder', page: '1' }];

export default async function DayPage({ params }: PageProps<'/feed/date/[day]/[page]'>) {
  const { day, page } = await params;
  if (day === 'placeholder') return null;
  const current = await getCurrentDay();
  if (day === 'today') redirect(feedPath({ kind: 'date', day: current }));
  if (!isDay(day)) notFound();
  const result = await getDay(day, Number(page));
  if (result.kind === 'missing') notFound();
  if (result.kind === 'elsewhere') redirect(feedPath({ kind: 'date', day: result.day }));
  if (result.feed.papers.length === 0 && result.feed.page > 1) notFound();
  return (
    <ul>
      {result.feed.papers.map((p) => (
        <li key={p.id}>{p.title}</li>
      ))}
    </ul>
  );
}
