import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { getAuthorName, getCorrectable, listCorrections } from '@/db/queries/corrections';
import { getPicture } from '@/db/queries/pictures';
import { findReportablePaper } from '@/db/queries/reports';
import { FEEDS, paperTag } from '@/lib/base/tags';
import { differences } from '@/lib/base/text-diff';
import { withDeadline } from '@/lib/web/deadline';
import { publicRead } from '@/lib/web/public-read';
import type { Viewer } from '@/lib/web/types';
import type { Correction, Corrections } from './types';

/** Most corrections on a page, newest first. */
const MOST = 200;

/** Returns a paper's corrections, newest first; null if there is no such paper. */
export async function getCorrections(slug: string): Promise<Corrections | null> {
  'use cache';
  cacheLife('public');
  const found = await publicRead(() => readCorrections(slug));
  cacheTag(found ? paperTag(found.paperId) : FEEDS);
  return found && { slug, title: found.title, corrections: found.corrections };
}

/** Returns the same without the cache, for moderators. */
export async function readCorrections(slug: string) {
  return withDeadline(async () => {
    const paper = await findReportablePaper(db(), slug);
    if (!paper) return null;
    const rows = await listCorrections(db(), paper.id, MOST);
    const corrections: Correction[] = rows.map((row) => ({
      id: row.id,
      field: row.field,
      by: row.by,
      role: row.role,
      logId: row.logId,
      at: row.createdAt.toISOString(),
      before: row.before,
      after: row.after,
      pieces: row.field === 'picture' ? [] : differences(row.before ?? '', row.after ?? ''),
      pictures: { before: row.pictureBefore, after: row.pictureAfter },
    }));
    return { paperId: paper.id, slug: paper.slug, title: paper.title, corrections };
  });
}

/** Returns the current values for a confirmed author's form; null for other viewers. */
export async function getCorrecting(viewer: Viewer | null, slug: string) {
  return withDeadline(async () => {
    const paper = await getCorrectable(db(), slug);
    if (!paper) return null;
    const author = viewer && (await getAuthorName(db(), viewer.id, paper.id));
    const picture = paper.picture === null ? null : await getPicture(db(), paper.picture);
    return { paper, author, picture };
  });
}
