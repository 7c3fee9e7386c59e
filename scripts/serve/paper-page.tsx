import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { upvoteOf } from '@/components/papers/paper-aside';
import { partsOf } from '@/components/papers/paper-parts';
import { UpvoteButton } from '@/components/papers/upvote-button';
import { pipelined } from '@/db/replicas';
import { getPaperPage } from '@/lib/paper-page/data';
import { shapeOf, templateParts, templateSlug } from '@/lib/paper-page/template';
import type { PaperPageData, PaperParts } from '@/lib/paper-page/types';
import { paperPath } from '@/lib/papers/paths';
import {
  type FilledPage,
  type Filling,
  ofFields,
  ofHtml,
  ofText,
  type TemplateSource,
} from './page-template';

const client = new QueryClient();

const buttonOf = (parts: PaperParts): string =>
  renderToString(
    <QueryClientProvider client={client}>
      <UpvoteButton {...upvoteOf(parts)} />
    </QueryClientProvider>,
  );

/** Pages of one shape: with comments or controls for some users, Next makes them. */
const isPlain = ({ paper, threads }: PaperPageData): boolean =>
  paper.comments === 0 &&
  threads.total === 0 &&
  paper.lock === null &&
  paper.picture === null &&
  !paper.corrected &&
  paper.authors.every(({ handle }) => handle === null);

/** Returns what is put into a template; null if there is no such paper or Next has to render it. */
export async function readPaperPage(slug: string): Promise<FilledPage | null> {
  const page = await pipelined(() => getPaperPage(slug));
  if (!page || !isPlain(page)) return null;
  const parts = partsOf(page);
  return { source: sourceFor(parts), filling: fillingOf(parts, buttonOf(parts)) };
}

const sources = new Map<string, TemplateSource>();

/** The template of papers with as many links. */
function sourceFor(parts: PaperParts): TemplateSource {
  const slug = templateSlug(shapeOf(parts));
  const known = sources.get(slug);
  if (known) return known;
  const marks = templateParts(slug);
  if (!marks) throw new Error(`${slug} is no template`);
  const source = paperTemplate(marks, buttonOf(marks));
  sources.set(slug, source);
  return source;
}

/** A page that shows these marks instead of a paper, with its upvote button as HTML. */
export function paperTemplate(marks: PaperParts, button: string): TemplateSource {
  const { id, slug, upvotes } = marks;
  return {
    path: paperPath(slug),
    marks: Object.keys(markedOf(marks)).filter((name) => name !== 'pdf' || marks.pdf),
    // The only control that shows a number as words.
    html: { button },
    words: { id: String(id), slug, upvotes: String(upvotes) },
    hasCitation: true,
  };
}

/** A paper in place of the marks. */
export function fillingOf(parts: PaperParts, button: string): Filling {
  const { id, slug, upvotes, citation } = parts;
  const fields = Object.entries(citation).flatMap(([name, values]) =>
    [values].flat().map((content) => ({ name, content })),
  );
  return {
    ...markedOf(parts),
    id: { html: String(id) },
    slug: { html: slug },
    upvotes: { html: String(upvotes) },
    button: { html: button },
    citation: ofFields(fields),
  };
}

/** What is in place of the marks; sections and links are HTML. */
function markedOf(parts: PaperParts): Filling {
  const { title, description, published, bibtex, pdf, links, sections } = parts;
  const texts = { title, description, published, bibtex, pdf: pdf ?? '' };
  const html = { ...sections, ...Object.fromEntries(links.map((link, n) => [`link${n}`, link])) };
  return Object.fromEntries([
    ...Object.entries(texts).map(([name, text]) => [name, ofText(text)]),
    ...Object.entries(html).map(([name, one]) => [name, ofHtml(one)]),
  ]);
}
