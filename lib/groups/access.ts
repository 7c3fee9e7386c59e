import type { Viewer } from '@/lib/web/types';
import { getGroup } from './data';

const PAGE = /^\/g\/([^/]+)(\/manage)?$/;

/**
 * Returns whether a page about a group exists for this viewer. Checked before rendering, because
 * the status is sent first; true for addresses outside groups.
 */
export async function isThere(viewer: Viewer | null, pathname: string): Promise<boolean> {
  const [, slug, manage] = PAGE.exec(pathname) ?? [];
  if (!slug || (slug === 'join' && !manage)) return true;
  const group = await getGroup(viewer, slug);
  return group !== null && (!manage || group.you === 'owner');
}
