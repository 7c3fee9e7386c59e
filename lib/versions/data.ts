import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { getPaperBySlug } from '@/db/queries/papers';
import { listVersions } from '@/db/queries/versions';
import { FEEDS, paperTag } from '@/lib/base/tags';
import { publicRead } from '@/lib/web/public-read';
import { compareVersions } from './compare';
import type { PaperVersions } from './types';

/** Returns the known versions of a paper; null if there is no such paper. */
export async function getVersions(slug: string): Promise<PaperVersions | null> {
  'use cache';
  cacheLife('public');
  return publicRead(async () => {
    const paper = await getPaperBySlug(slug);
    cacheTag(paper ? paperTag(paper.id) : FEEDS);
    if (!paper) return null;
    const { title, source, externalId } = paper;
    const versions = compareVersions(await listVersions(db(), paper.id)).reverse();
    return { paper: { slug: paper.slug, title, source, externalId }, versions };
  });
}
