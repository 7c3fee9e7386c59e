import type { Metadata } from 'next';
import { PaperTitle } from '@/components/comments/paper-title';
import { CorrectionList } from '@/components/corrections/correction-list';
import { RevertLink } from '@/components/corrections/revert-link';
import { PageShell } from '@/components/layout/page-shell';
import { getCorrections } from '@/lib/corrections/data';
import { correctionsPath } from '@/lib/corrections/paths';
import { site } from '@/lib/site/site';
import { leadOn } from '../../gone';

type Props = PageProps<'/paper/corrections/[...slug]'>;

export const generateStaticParams = () => [{ slug: ['placeholder'] }];

export const metadata: Metadata = { title: 'Corrections', robots: { index: false } };

export default async function CorrectionsPage({ params }: Props) {
  const slug = (await params).slug.join('/');
  if (slug === 'placeholder') return null;
  const found = await getCorrections(slug);
  if (!found) return leadOn(slug, correctionsPath);
  return (
    <PageShell>
      <PaperTitle slug={found.slug} title={found.title} />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4">
        <div>
          <h2 className="font-semibold">Corrections</h2>
          <p className="text-muted text-sm">
            What its authors, and who submitted it, changed on its page; the latest first
          </p>
        </div>
        <RevertLink slug={found.slug} />
      </div>
      <CorrectionList corrections={found.corrections} timeZone={site().timeZone} />
    </PageShell>
  );
}
