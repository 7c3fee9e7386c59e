import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  type FramePaper,
  type RenderResult,
  ResultFrame,
  rowHtml,
} from '@/components/search/result-row';
import { SearchContent } from '@/components/search/search-content';
import { keepResults } from '@/lib/base/keep-results';
import { readSearch, type Search, searchTitle, shownQuery } from '@/lib/search/asked';
import { searchIfPossible } from '@/lib/search/data';
import { searchPath } from '@/lib/search/paths';
import { site } from '@/lib/site/site';
import { feedAddress } from '@/lib/syndication/paths';
import { FEED_FORMATS } from '@/lib/syndication/types';
import { MEDIA_TYPES } from '@/lib/syndication/write';
import { HEAD_MARK } from '@/lib/web/shared-page';
import type { Content } from './search-template';

/** As in the browser: the controls of a row ask for it, and on a server ask nothing of it. */
const client = new QueryClient();
const render = (node: ReactNode): string =>
  renderToStaticMarkup(<QueryClientProvider client={client}>{node}</QueryClientProvider>, {
    // The frame has ids of its own.
    identifierPrefix: 'content',
  });

/**
 * Renders all of the search page that depends on its query, for strangers. Next needs many times the
 * time of the search for it, and sends every row twice.
 */
export async function renderSearch(query: string): Promise<Content> {
  const search = readSearch(paramsOf(query));
  const result = search.isAsked ? await searchIfPossible(search.request) : null;
  return {
    isAvailable: result !== null || !search.isAsked,
    head: renderToStaticMarkup(<Head search={search} />),
    body: render(<SearchContent search={search} result={result} renderResult={renderKept} />),
  };
}

/** The first value of each parameter, as Next reads a query. */
function paramsOf(query: string): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] ??= value;
  return params;
}

const mark = { [HEAD_MARK]: '' };

/** What `generateMetadata` of the page adds to the head, and Next derives from it. */
function Head({ search }: { search: Search }) {
  const { params, isAsked } = search;
  const { name, url } = site();
  const title = `${searchTitle(search)} · ${name}`;
  const link = (path: string) => new URL(path, url).href;
  return (
    <>
      <title {...mark}>{title}</title>
      {isAsked ? (
        <>
          <link {...mark} rel="canonical" href={link(searchPath({ ...params, page: '' }))} />
          {FEED_FORMATS.map((format) => (
            <link
              key={format}
              {...mark}
              rel="alternate"
              type={MEDIA_TYPES[format]}
              href={link(feedAddress({ kind: 'search', params }, format))}
              title={`Search: ${shownQuery(search)}`}
            />
          ))}
        </>
      ) : null}
      <meta {...mark} property="og:title" content={title} />
      <meta {...mark} name="twitter:title" content={title} />
    </>
  );
}

/** Where a frame has the row's text; titles cannot contain it, since it is taken out of them. */
const SLOT = '\uE000';

/** The HTML around the text of a row, with all controls. */
const framesOf = keepResults(
  (json) => {
    const paper = JSON.parse(json) as FramePaper;
    return render(<ResultFrame paper={paper} html={SLOT} />).split(SLOT);
  },
  (pieces) => pieces.join('').length,
);

const renderKept: RenderResult = (props) => {
  const { id, slug, title, upvotes } = props.paper;
  const kept: FramePaper = { id, slug, title, upvotes };
  const [start = '', end = ''] = framesOf(JSON.stringify(kept).replaceAll(SLOT, ''));
  const html = start + rowHtml(props) + end;
  return <li key={id} data-paper-id={id} dangerouslySetInnerHTML={{ __html: html }} />;
};
