import { db } from '@/db/client';
import { listReadersByHandle } from '@/db/queries/notifications';
import { listTitles } from '@/db/queries/papers';
import { siteUrl } from '@/lib/base/env';
import { plainText } from '@/lib/markup/plain';
import { findReferences } from '@/lib/markup/references';
import { type Rendered, renderMarkdown } from '@/lib/markup/render';

/** Would turn the words after a title around. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** Whether an edit mentions somebody whom the text before does not. */
export function addsMention(before: string, after: string): boolean {
  const known = new Set(findReferences(before, siteUrl()).handles);
  return findReferences(after, siteUrl()).handles.some((handle) => !known.has(handle));
}

/**
 * A comment's Markdown as the HTML that is kept, with the ids of the readers that it mentions.
 * Handles and papers are links if they are here now; nothing is fetched for it.
 */
export async function renderComment(
  markdown: string,
  namespace: string,
): Promise<Omit<Rendered, 'mentioned'> & { mentioned: string[] }> {
  const site = siteUrl();
  const { handles, slugs } = findReferences(markdown, site);
  const [readers, papers] = await Promise.all([
    listReadersByHandle(db(), handles),
    listTitles(db(), slugs),
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
