import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { getEstimates } from '@/db/queries/evaluation';
import { FEEDS } from '@/lib/base/tags';
import { withDeadline } from '@/lib/web/deadline';
import type { Estimates } from './types';

/** Returns the latest estimates of upvotes under other rankings; null before the first run. */
export async function getOrderEstimates(): Promise<Estimates | null> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return withDeadline(() => getEstimates(db()));
}
