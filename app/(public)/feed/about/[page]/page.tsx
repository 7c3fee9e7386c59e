import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { PublishedRanking } from '@/components/ranking/published-ranking';
import { getOrderEstimates } from '@/lib/evaluation/data';
import { getExample, getRankingInUse } from '@/lib/ranking/data';
import { site } from '@/lib/site/site';
import { getPlaces } from '@/lib/views/data';

type Props = PageProps<'/feed/about/[page]'>;

// A build has no database; the only real page, `ranking`, is rendered on first request.
export const generateStaticParams = () => [{ page: 'placeholder' }];

export const metadata: Metadata = {
  title: 'How papers are ranked',
  description: 'The formula, every weight, and an example with the figures of this moment.',
  alternates: { canonical: '/about/ranking' },
};

export default async function RankingPage({ params }: Props) {
  const { page } = await params;
  if (page === 'placeholder') return null;
  const [example, places, inUse, estimates] = await Promise.all([
    getExample(),
    getPlaces(),
    getRankingInUse(),
    getOrderEstimates(),
  ]);
  if (page !== 'ranking') notFound();
  return (
    <PageShell>
      <PageHeading hint="The formula, every weight, and an example with the figures of this moment.">
        How papers are ranked
      </PageHeading>
      <PublishedRanking
        example={example}
        places={places}
        inUse={inUse}
        estimates={estimates}
        timeZone={site().timeZone}
      />
    </PageShell>
  );
}
