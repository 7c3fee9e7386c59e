import type { Metadata } from 'next';
import { PaperTitle } from '@/components/comments/paper-title';
import { CorrectionList } from '@/components/corrections/correction-list';
import { RevertLink } from '@/components/corrections/revert-link';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { getCorrections } from '@/lib/corrections/data';
import { correctionsPath } from '@/lib/corrections/paths';
import { site } from '@/lib/site/site';
import { leadOn } from '../../gone';

type Props = PageProps<'/paper/corrections/[...slug]'>;

export const generateStaticParams = () => [{ slug: ['placeholder'] }];

export const metadata: Metadata = { title: 'Corrections', robots: { index: false } };

/** Everything that its verified authors corrected about a paper. */
export default async function CorrectionsPage({ params }: Props) {
  const slug = (await params).slug.join('/');
  if (slug === 'placeholder') return null;
  const found = await getCorrections(slug);
  if (!found) return leadOn(slug, correctionsPath);
  return (
    <PageShell>
      <PaperTitle slug={found.slug} title={found.title} />
      <PageHeading
        hint="What its verified authors changed on this page, the latest first"
        aside={<RevertLink slug={found.slug} />}
      >
        Corrections
      </PageHeading>
      <CorrectionList corrections={found.corrections} timeZone={site().timeZone} />
    </PageShell>
  );
}
