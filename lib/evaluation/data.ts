import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { getEstimates } from '@/db/queries/evaluation';
import { FEEDS } from '@/lib/base/tags';
import { withDeadline } from '@/lib/web/deadline';
import type { Estimates } from './types';

/** What readers would have upvoted under other orders, as last estimated; null before that. */
export async function getOrderEstimates(): Promise<Estimates | null> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return withDeadline(() => getEstimates(db()));
}
