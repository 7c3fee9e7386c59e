import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import type { Viewer } from '@/lib/web/types';
import { getCollection } from './data';

const PAGE = /^\/collections\/([^/]+)(\/edit)?$/;
const FEED = /^\/collections\/([^/.]+)\.(?:rss|atom|json)$/;

/** A feed's address, which has the shape of a page's; the same for everybody. */
export const isCollectionFeed = (pathname: string): boolean =>
  COLLECTION_KEY.test(FEED.exec(pathname)?.[1] ?? '');

/**
 * Whether a page about a collection is there for this viewer. Decided before the page, which comes
 * after its status; true for addresses that are no collection's.
 */
export async function isCollectionThere(viewer: Viewer | null, pathname: string): Promise<boolean> {
  const [, key, edit] = PAGE.exec(pathname) ?? [];
  if (!key || (key === 'save' && !edit)) return true;
  const found = await getCollection(viewer, key);
  return found !== null && (!edit || found.yours);
}
