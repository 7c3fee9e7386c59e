import type { Metadata } from 'next';
import { metaOf, partsOf } from '@/components/papers/paper-parts';
import { PaperView } from '@/components/papers/paper-view';
import { paperImage } from '@/lib/cards/paths';
import { getPaperPage } from '@/lib/paper-page/data';
import { templateParts } from '@/lib/paper-page/template';
import type { PaperMeta } from '@/lib/paper-page/types';
import { paperPath } from '@/lib/papers/paths';
import { site } from '@/lib/site/site';
import { inTitle } from '@/lib/site/title';
import { alternates } from '@/lib/syndication/metadata';
import { leadOn } from '../../gone';

type Props = PageProps<'/paper/page/[...slug]'>;

const PLACEHOLDER = 'placeholder';
const NO_COMMENTS = {
  comments: 0,
  lock: null,
  threads: { threads: [], page: 1, total: 0, more: false, newest: null },
  handles: [],
  corrected: false,
};

export const generateStaticParams = () => [{ slug: [PLACEHOLDER] }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = (await params).slug.join('/');
  const template = templateParts(slug);
  if (template) return metadataOf(template, null);
  const page = slug === PLACEHOLDER ? null : await getPaperPage(slug);
  return page ? metadataOf(metaOf(page), page.paper.picture) : {};
}

function metadataOf(meta: PaperMeta, picture: Parameters<typeof paperImage>[0]['picture']) {
  const { slug, title, description, published, citation } = meta;
  const images = [paperImage({ slug, picture }, title)];
  return {
    title: inTitle(title),
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
      publishedTime: published,
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
    other: citation,
  } satisfies Metadata;
}

export default async function PaperPage({ params }: Props) {
  const slug = (await params).slug.join('/');
  if (slug === PLACEHOLDER) return null;
  const template = templateParts(slug);
  if (template) return <PaperView parts={template} {...NO_COMMENTS} />;
  const page = await getPaperPage(slug);
  if (!page) return leadOn(slug, paperPath);
  const { comments, lock, corrected, authors } = page.paper;
  return (
    <PaperView
      parts={partsOf(page)}
      comments={comments}
      lock={lock}
      threads={page.threads}
      handles={authors.flatMap(({ handle }) => handle ?? [])}
      corrected={corrected}
    />
  );
}
