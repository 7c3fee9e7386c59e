import type { Metadata, ResolvingMetadata } from 'next';
import { AuthorLinks } from '@/components/claims/author-links';
import { Discussion } from '@/components/comments/discussion';
import { PageShell } from '@/components/layout/page-shell';
import { ModerateLink } from '@/components/moderation/moderate-link';
import { Abstract } from '@/components/papers/abstract';
import { Bibtex } from '@/components/papers/bibtex';
import { PaperHeader } from '@/components/papers/paper-header';
import { PaperPicture } from '@/components/papers/paper-picture';
import { PendingVote } from '@/components/papers/pending-vote';
import { ScrapedPaper } from '@/components/papers/scraped';
import { UpvoteButton } from '@/components/papers/upvote-button';
import { Upvoters } from '@/components/papers/upvoters';
import { ViewBeacon } from '@/components/papers/view-beacon';
import { WhyHere } from '@/components/ranking/why-here';
import { SimilarPapers } from '@/components/search/similar-papers';
import { getThreads } from '@/lib/comments/data';
import { plainText } from '@/lib/markup/plain';
import { bibtex } from '@/lib/papers/bibtex';
import { getPaper } from '@/lib/papers/data';
import { excerpt } from '@/lib/papers/excerpt';
import { paperPath } from '@/lib/papers/paths';
import { getWhy } from '@/lib/ranking/data';
import { reportPath } from '@/lib/reports/paths';
import { getSimilar } from '@/lib/search/data';
import { site } from '@/lib/site/site';
import { alternates } from '@/lib/syndication/metadata';

import { leadOn } from '../../gone';

type Props = PageProps<'/paper/page/[...slug]'>;

const PLACEHOLDER = 'placeholder';
const FIRST_SHOWN = { order: 'best' } as const;

export const generateStaticParams = () => [{ slug: [PLACEHOLDER] }];

export async function generateMetadata(
  { params }: Props,
  parent: ResolvingMetadata,
): Promise<Metadata> {
  const slug = (await params).slug.join('/');
  const found = slug === PLACEHOLDER ? null : await getPaper(slug);
  if (!found) return {};
  const { title, summary, abstract } = found.paper;
  return {
    title: plainText(title),
    description: excerpt(plainText(summary ?? abstract), 200),
    alternates: alternates(paperPath(slug), {
      source: { kind: 'discussion', slug },
      title: `Comments on ${plainText(title)}`,
    }),
    // What is named here stands in place of the site's own: take its image and name along.
    openGraph: {
      type: 'article',
      title: plainText(title),
      siteName: site().name,
      images: (await parent).openGraph?.images ?? [],
    },
  };
}

export default async function PaperPage({ params }: Props) {
  const slug = (await params).slug.join('/');
  if (slug === PLACEHOLDER) return null;
  const found = await getPaper(slug);
  if (!found) return leadOn(slug, paperPath);
  const { paper, upvoters } = found;
  const [threads, why, similar] = await Promise.all([
    getThreads(paper.id, FIRST_SHOWN, 1),
    getWhy(paper.id),
    getSimilar(paper.id),
  ]);
  const { timeZone } = site();
  const vote = { paperId: paper.id, slug: paper.slug, upvotes: paper.upvotes };
  return (
    <PageShell>
      <ViewBeacon paperId={paper.id} />
      <PendingVote {...vote} />
      <article>
        <PaperHeader
          paper={paper}
          upvote={<UpvoteButton {...vote} title={plainText(paper.title)} shape="line" />}
          timeZone={timeZone}
        />
        <PaperPicture paper={paper} />
        <Abstract {...paper} />
        <Bibtex entry={bibtex(paper)} slug={paper.slug} />
      </article>
      <div className="screen-only mt-3 flex flex-wrap gap-x-4">
        <a
          href={reportPath({ paper: paper.slug })}
          rel="nofollow"
          className="inline-flex min-h-6 items-center text-muted text-sm underline-offset-4 hover:text-accent hover:underline"
        >
          Report this paper
        </a>
        <AuthorLinks
          slug={paper.slug}
          corrected={paper.corrected}
          handles={paper.authors.flatMap(({ handle }) => handle ?? [])}
        />
        <ModerateLink slug={paper.slug} />
      </div>
      <section aria-labelledby="upvoters" className="mt-6">
        <h2 id="upvoters" className="font-semibold text-muted text-sm">
          Upvoted by
        </h2>
        <Upvoters upvoters={upvoters} total={paper.upvotes} />
      </section>
      <WhyHere why={why} withdrawn={paper.withdrawn} timeZone={timeZone} />
      <div className="mt-8 border-line border-t pt-6">
        <Discussion
          paperId={paper.id}
          slug={paper.slug}
          comments={paper.comments}
          lock={paper.lock}
          page={threads}
          filter={FIRST_SHOWN}
          timeZone={timeZone}
        />
      </div>
      <SimilarPapers papers={similar} />
      <ScrapedPaper paper={paper} threads={threads.threads} />
    </PageShell>
  );
}
