import type { Viewer } from '@/lib/web/types';
import { getGroup } from './data';

const PAGE = /^\/g\/([^/]+)(\/manage)?$/;

/**
 * Tells whether a page about a group exists for this viewer. Decided before the page, which renders
 * after its status is sent; true for addresses that are no group's.
 */
export async function isThere(viewer: Viewer | null, pathname: string): Promise<boolean> {
  const [, slug, manage] = PAGE.exec(pathname) ?? [];
  if (!slug || (slug === 'join' && !manage)) return true;
  const group = await getGroup(viewer, slug);
  return group !== null && (!manage || group.you === 'owner');
}
