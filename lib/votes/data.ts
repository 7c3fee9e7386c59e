import { db } from '@/db/client';
import { listSaved } from '@/db/queries/collections';
import { listReads } from '@/db/queries/reads';
import { listMarks } from '@/db/queries/saved-searches';
import { getOverlay } from '@/db/queries/vote-states';
import type { OverlayResponse } from './types';

/** Returns the viewer's overlays of papers: never cached, and read again after each vote. */
export async function getPaperOverlays(userId: string, ids: number[]): Promise<OverlayResponse> {
  const [{ upvoted, counts, asOf }, found, saved, read] = await Promise.all([
    getOverlay(db(), userId, ids),
    listMarks(db(), userId, ids),
    listSaved(db(), userId, ids),
    listReads(db(), userId, ids),
  ]);
  const marks: OverlayResponse['marks'] = {};
  for (const { paperId, name } of found) marks[paperId] = [...(marks[paperId] ?? []), name];
  return { upvoted, counts, marks, saved, read, asOf: asOf.toISOString() };
}
