import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { History } from '@/components/comments/history';
import { PaperTitle } from '@/components/comments/paper-title';
import { PageShell } from '@/components/layout/page-shell';
import { getHistory } from '@/lib/comments/data';
import { site } from '@/lib/site/site';

type Props = PageProps<'/paper/comment/[id]/history'>;

export const generateStaticParams = () => [{ id: 'placeholder' }];

export const metadata: Metadata = { title: 'History of a comment', robots: { index: false } };

export default async function HistoryPage({ params }: Props) {
  const { id } = await params;
  if (id === 'placeholder') return null;
  const history = await getHistory(Number(id));
  if (!history) notFound();
  return (
    <PageShell>
      <PaperTitle slug={history.slug} title={history.title} />
      <History history={history} timeZone={site().timeZone} />
    </PageShell>
  );
}
