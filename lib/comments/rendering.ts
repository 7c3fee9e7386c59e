import { db, type Executor } from '@/db/client';
import { listReadersByHandle } from '@/db/queries/notifications';
import { listTitles } from '@/db/queries/papers';
import { siteUrl } from '@/lib/base/env';
import { plainText } from '@/lib/markup/plain';
import { findReferences } from '@/lib/markup/references';
import { type Rendered, renderMarkdown } from '@/lib/markup/render';

/** Direction overrides in a title would reverse the text after it. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** Returns whether an edit mentions a user whom the previous text does not. */
export function addsMention(before: string, after: string): boolean {
  const known = new Set(findReferences(before, siteUrl()).handles);
  return findReferences(after, siteUrl()).handles.some((handle) => !known.has(handle));
}

/**
 * Renders a comment's Markdown to HTML and returns it with the ids of mentioned users. Handles and
 * papers become links if they exist at this moment; nothing is fetched from other sites.
 */
export async function renderComment(
  markdown: string,
  namespace: string,
  on: Executor = db(),
): Promise<Omit<Rendered, 'mentioned'> & { mentioned: string[] }> {
  const site = siteUrl();
  const { handles, slugs } = findReferences(markdown, site);
  const [readers, papers] = await Promise.all([
    listReadersByHandle(on, handles),
    listTitles(on, slugs),
  ]);
  const known = {
    site,
    handles: readers.map(({ handle }) => handle),
    titles: Object.fromEntries(
      papers.map(({ slug, title }) => [slug, plainText(title).replace(DIRECTION, '')]),
    ),
  };
  const { mentioned, ...rendered } = await renderMarkdown(markdown, { namespace, known });
  const ids = readers.filter(({ handle }) => mentioned.includes(handle)).map(({ id }) => id);
  return { ...rendered, mentioned: ids };
}
