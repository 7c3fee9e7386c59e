import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { getEstimates } from '@/db/queries/evaluation';
import { FEEDS } from '@/lib/base/tags';
import { publicRead } from '@/lib/web/public-read';
import type { Estimates } from './types';

/** Returns the latest estimates of upvotes under other rankings; null before the first run. */
export async function getOrderEstimates(): Promise<Estimates | null> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return publicRead(() => getEstimates(db()));
}
