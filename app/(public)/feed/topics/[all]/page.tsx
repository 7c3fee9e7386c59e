import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';

export const metadata: Metadata = { title: 'Topics', alternates: { canonical: '/topics' } };

export const generateStaticParams = () => [{ all: 'placeholder' }];

export default async function TopicsPage({ params }: PageProps<'/feed/topics/[all]'>) {
  if ((await params).all === 'placeholder') return null;
  return (
    <PageShell nav="topics">
      <PageHeading>Topics</PageHeading>
    </PageShell>
  );
}
