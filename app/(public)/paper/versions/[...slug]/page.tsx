import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PaperTitle } from '@/components/comments/paper-title';
import { PageShell } from '@/components/layout/page-shell';
import { VersionList } from '@/components/versions/version-list';
import { plainText } from '@/lib/markup/plain';
import { site } from '@/lib/site/site';
import { inTitle } from '@/lib/site/title';
import { getVersions } from '@/lib/versions/data';
import { versionsPath } from '@/lib/versions/paths';

type Props = PageProps<'/paper/versions/[...slug]'>;

const PLACEHOLDER = 'placeholder';

export const generateStaticParams = () => [{ slug: [PLACEHOLDER] }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = (await params).slug.join('/');
  const found = slug === PLACEHOLDER ? null : await getVersions(slug);
  if (!found) return {};
  return {
    title: inTitle(`Versions of ${plainText(found.paper.title)}`),
    alternates: { canonical: versionsPath(slug) },
    robots: { index: false },
  };
}

export default async function VersionsPage({ params }: Props) {
  const slug = (await params).slug.join('/');
  if (slug === PLACEHOLDER) return null;
  const found = await getVersions(slug);
  if (!found) notFound();
  return (
    <PageShell>
      <PaperTitle {...found.paper} />
      <section aria-labelledby="versions">
        <h2 id="versions" className="mb-4 font-semibold text-lg">
          Versions
        </h2>
        <VersionList {...found} timeZone={site().timeZone} />
      </section>
    </PageShell>
  );
}
