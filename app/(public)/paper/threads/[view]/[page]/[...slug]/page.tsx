import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Discussion } from '@/components/comments/discussion';
import { PaperTitle } from '@/components/comments/paper-title';
import { PageShell } from '@/components/layout/page-shell';
import { getThreads } from '@/lib/comments/data';
import { discussionPath, parseView } from '@/lib/comments/paths';
import { plainText } from '@/lib/markup/plain';
import { getPaper } from '@/lib/papers/data';
import { paperPath } from '@/lib/papers/paths';
import { site } from '@/lib/site/site';
import { inTitle } from '@/lib/site/title';
import { leadOn } from '../../../../gone';

type Props = PageProps<'/paper/threads/[view]/[page]/[...slug]'>;

export const generateStaticParams = () => [{ view: 'placeholder', page: '1', slug: ['none'] }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view, slug } = await params;
  const found = view === 'placeholder' ? null : await getPaper(slug.join('/'));
  if (!found) return {};
  return {
    title: inTitle(`Discussion of ${plainText(found.paper.title)}`),
    alternates: { canonical: paperPath(found.paper.slug) },
    robots: { index: false },
  };
}

/** A paper's threads in another order, filtered by kind or state, or beyond the first page. */
export default async function ThreadsPage({ params }: Props) {
  const { view, page, slug } = await params;
  if (view === 'placeholder') return null;
  const found = await getPaper(slug.join('/'));
  const filter = parseView(view);
  if (!filter) notFound();
  if (!found) {
    return leadOn(slug.join('/'), (merged) => discussionPath(merged, filter, Number(page)));
  }
  const { paper } = found;
  const threads = await getThreads(paper.id, filter, Number(page));
  if (threads.threads.length === 0 && threads.page > 1) notFound();
  return (
    <PageShell>
      <PaperTitle slug={paper.slug} title={paper.title} />
      <Discussion
        paperId={paper.id}
        slug={paper.slug}
        comments={paper.comments}
        lock={paper.lock}
        page={threads}
        filter={filter}
        timeZone={site().timeZone}
      />
    </PageShell>
  );
}
