import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import type { Viewer } from '@/lib/web/types';
import { getCollection } from './data';

const PAGE = /^\/collections\/([^/]+)(\/edit)?$/;
const FEED = /^\/collections\/([^/.]+)\.(?:rss|atom|json)$/;

/** Feeds match the pattern of pages, but are the same for every viewer. */
export const isCollectionFeed = (pathname: string): boolean =>
  COLLECTION_KEY.test(FEED.exec(pathname)?.[1] ?? '');

/**
 * Returns whether a collection's page exists for this viewer. Checked before rendering, because the
 * status is sent first; true for addresses outside collections.
 */
export async function isCollectionThere(viewer: Viewer | null, pathname: string): Promise<boolean> {
  const [, key, edit] = PAGE.exec(pathname) ?? [];
  if (!key || (key === 'save' && !edit)) return true;
  const found = await getCollection(viewer, key);
  return found !== null && (!edit || found.yours);
}
