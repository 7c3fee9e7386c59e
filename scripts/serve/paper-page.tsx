import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { upvoteOf } from '@/components/papers/paper-aside';
import { partsOf } from '@/components/papers/paper-parts';
import { UpvoteButton } from '@/components/papers/upvote-button';
import { pipelined } from '@/db/replicas';
import { getPaperPage } from '@/lib/paper-page/data';
import { templateParts } from '@/lib/paper-page/template';
import type { PaperPageData, PaperParts } from '@/lib/paper-page/types';
import type { FilledPage } from './paper-template';

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

/** Returns what fills a template; null if there is no such paper or Next has to render its page. */
export async function readPaperPage(slug: string): Promise<FilledPage | null> {
  const page = await pipelined(() => getPaperPage(slug));
  if (!page || !isPlain(page)) return null;
  const parts = partsOf(page);
  return { parts, button: buttonOf(parts) };
}

/** Returns the button of a template. */
export function templateButton(slug: string): string {
  const parts = templateParts(slug);
  return parts ? buttonOf(parts) : '';
}
