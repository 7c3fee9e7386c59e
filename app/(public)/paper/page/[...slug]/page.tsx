import type { Metadata } from 'next';
import { PaperCollections } from '@/components/collections/paper-collections';
import { Discussion } from '@/components/comments/discussion';
import { JsonLd } from '@/components/discovery/json-ld';
import { PageShell } from '@/components/layout/page-shell';
import { Abstract } from '@/components/papers/abstract';
import { PaperAside } from '@/components/papers/paper-aside';
import { PaperFoot } from '@/components/papers/paper-foot';
import { PaperHeader } from '@/components/papers/paper-header';
import { PaperPicture } from '@/components/papers/paper-picture';
import { ScrapedPaper } from '@/components/papers/scraped';
import { UpvoteButton } from '@/components/papers/upvote-button';
import { ViewBeacon } from '@/components/papers/view-beacon';
import { WhyHere } from '@/components/ranking/why-here';
import { SimilarPapers } from '@/components/search/similar-papers';
import { paperImage } from '@/lib/cards/paths';
import { getCollectionsWith } from '@/lib/collections/data';
import { getThreads } from '@/lib/comments/data';
import { citationFields } from '@/lib/discovery/citation';
import { paperData } from '@/lib/discovery/json-ld';
import { plainText } from '@/lib/markup/plain';
import { getPaper } from '@/lib/papers/data';
import { excerpt } from '@/lib/papers/excerpt';
import { paperPath } from '@/lib/papers/paths';
import { getWhy } from '@/lib/ranking/data';
import { getSimilar } from '@/lib/search/data';
import { site } from '@/lib/site/site';
import { ALREADY_HERE } from '@/lib/submissions/paths';
import { alternates } from '@/lib/syndication/metadata';
import { getChancePlace } from '@/lib/views/data';

import { leadOn } from '../../gone';

type Props = PageProps<'/paper/page/[...slug]'>;

const PLACEHOLDER = 'placeholder';
const FIRST_SHOWN = { order: 'best' } as const;

export const generateStaticParams = () => [{ slug: [PLACEHOLDER] }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = (await params).slug.join('/');
  const found = slug === PLACEHOLDER ? null : await getPaper(slug);
  if (!found) return {};
  const { summary, abstract } = found.paper;
  const title = plainText(found.paper.title);
  const description = excerpt(plainText(summary ?? abstract), 200);
  const images = [paperImage(found.paper, title)];
  return {
    title,
    description,
    alternates: alternates(paperPath(slug), {
      source: { kind: 'discussion', slug },
      title: `Comments on ${title}`,
    }),
    // This replaces the layout's `openGraph` as a whole, so it repeats the site's name.
    openGraph: {
      type: 'article',
      url: paperPath(slug),
      title,
      description,
      siteName: site().name,
      publishedTime: found.paper.publishedAt,
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
    other: citationFields(found.paper, site().url),
  };
}

export default async function PaperPage({ params }: Props) {
  const slug = (await params).slug.join('/');
  if (slug === PLACEHOLDER) return null;
  const found = await getPaper(slug);
  if (!found) return leadOn(slug, paperPath);
  const { paper, upvoters, settled } = found;
  const [threads, why, similar, collected] = await Promise.all([
    getThreads(paper.id, FIRST_SHOWN, 1),
    getChancePlace(paper.id, settled).then((chance) => getWhy(paper.id, chance)),
    getSimilar(paper.id, settled),
    getCollectionsWith(paper.id),
  ]);
  const { timeZone } = site();
  const vote = { paperId: paper.id, slug: paper.slug, upvotes: paper.upvotes };
  return (
    <PageShell>
      <p
        id={ALREADY_HERE}
        className="mb-4 hidden rounded-md border border-accent/40 bg-accent-soft px-3.5 py-2.5 text-sm target:block"
      >
        Already here. Upvote it instead of submitting it again.
      </p>
      <ViewBeacon paperId={paper.id} />
      <JsonLd data={paperData(paper, site())} />
      <div className="paper-page">
        <article>
          <PaperHeader paper={paper} timeZone={timeZone} />
          <Abstract {...paper} />
          <PaperPicture paper={paper} />
          <PaperFoot paper={paper} />
        </article>
        <PaperAside
          paper={paper}
          upvoters={upvoters}
          why={why}
          upvote={<UpvoteButton {...vote} title={plainText(paper.title)} shape="line" />}
        />
        <div className="paper-talk">
          <Discussion
            paperId={paper.id}
            slug={paper.slug}
            comments={paper.comments}
            lock={paper.lock}
            page={threads}
            filter={FIRST_SHOWN}
            timeZone={timeZone}
          />
          <div className="screen-only mt-8">
            <PaperCollections {...collected} timeZone={timeZone} />
            <WhyHere why={why} withdrawn={paper.withdrawn} timeZone={timeZone} />
          </div>
        </div>
      </div>
      <SimilarPapers of={paper} papers={similar} />
      <ScrapedPaper paper={paper} threads={threads.threads} />
    </PageShell>
  );
}
