import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CommentDesk } from '@/components/comments/comment-desk';
import { CommentList } from '@/components/comments/comment-list';
import { LockedNote } from '@/components/comments/locked-note';
import { PaperTitle } from '@/components/comments/paper-title';
import { PageShell } from '@/components/layout/page-shell';
import '@/components/comments/prose.css';
import '@/components/comments/thread.css';
import { getThread } from '@/lib/comments/data';
import { threadPath } from '@/lib/comments/paths';
import { plainText } from '@/lib/markup/plain';
import { getPaper } from '@/lib/papers/data';
import { paperPath } from '@/lib/papers/paths';
import { site } from '@/lib/site/site';
import { inTitle } from '@/lib/site/title';
import { leadOn } from '../../../gone';

type Props = PageProps<'/paper/thread/[root]/[...slug]'>;

export const generateStaticParams = () => [{ root: 'placeholder', slug: ['none'] }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { root, slug } = await params;
  const found = root === 'placeholder' ? null : await getPaper(slug.join('/'));
  if (!found) return {};
  return {
    title: inTitle(`A thread on ${plainText(found.paper.title)}`),
    alternates: { canonical: paperPath(found.paper.slug) },
    robots: { index: false },
  };
}

export default async function ThreadPage({ params }: Props) {
  const { root, slug } = await params;
  if (root === 'placeholder') return null;
  const found = await getPaper(slug.join('/'));
  if (!found) return leadOn(slug.join('/'), (merged) => threadPath(merged, Number(root)));
  const { paper } = found;
  const thread = await getThread(paper.id, Number(root));
  if (!thread) notFound();
  return (
    <PageShell>
      <PaperTitle slug={paper.slug} title={paper.title} />
      <section aria-labelledby="comments">
        <h2 id="comments" className="mb-4 font-semibold text-lg">
          One thread
        </h2>
        {paper.lock ? <LockedNote lock={paper.lock} /> : null}
        <CommentDesk paperId={paper.id} slug={paper.slug} locked={paper.lock !== null}>
          <CommentList threads={[thread]} slug={paper.slug} timeZone={site().timeZone} />
        </CommentDesk>
      </section>
    </PageShell>
  );
}
