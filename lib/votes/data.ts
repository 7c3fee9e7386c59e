import { db } from '@/db/client';
import { getOverlay } from '@/db/queries/votes';
import type { OverlayAnswer } from './types';

/** What a page shows this reader about papers: never cached, and read anew after each vote. */
export async function getPaperOverlays(userId: string, ids: number[]): Promise<OverlayAnswer> {
  const { upvoted, counts, asOf } = await getOverlay(db(), userId, ids);
  return { upvoted, counts, asOf: asOf.toISOString() };
}
