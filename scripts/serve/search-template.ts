import { CONTENT_SLOT, SHELL } from '@/lib/web/shared-page';
import type { Made } from '@/lib/web/stored/entry';
import type { PageTemplate, TemplateSource } from './page-template';

/** The part of a search page that depends on its query, as HTML. */
export type Content = {
  /** Whether the data could be read; if not, the page is a 503. */
  isAvailable: boolean;
  head: string;
  body: string;
};

export const SEARCH_PATH = '/search';
/** Seconds after which a page that could not be made is worth another try. */
const TRY_AGAIN = 30;
const HEAD_END = '</head>';

/** A search page without what depends on its query. Content has no scripts and no data of React. */
export const SEARCH_TEMPLATE: TemplateSource = {
  // An address that no link has: in the browser, Next keeps pages by it.
  path: `${SEARCH_PATH}?${SHELL}=`,
  as: SHELL,
  html: { head: HEAD_END, content: CONTENT_SLOT },
};

export function fillSearch(template: PageTemplate, { isAvailable, head, body }: Content): Made {
  const page = template.fill({ head: { html: head + HEAD_END }, content: { html: body } });
  if (isAvailable) return page;
  return { ...page, status: 503, headers: { ...page.headers, 'retry-after': String(TRY_AGAIN) } };
}
