import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { listNewestComments } from '@/db/queries/comments';
import { withDeadline } from '@/lib/http/deadline';
import { commentsTag } from '@/lib/http/tags';
import { toPublic } from './public';
import type { CommentList } from './types';

/** Comments that one page shows; of more, the newest. */
const LISTED = 1_000;

/** A paper's comments as everybody sees them, the oldest first. */
export async function listComments(paperId: number): Promise<CommentList> {
  'use cache';
  cacheLife('public');
  cacheTag(commentsTag(paperId));
  const rows = await withDeadline(() => listNewestComments(db(), paperId, LISTED + 1));
  return {
    comments: rows.slice(0, LISTED).reverse().map(toPublic),
    more: rows.length > LISTED,
  };
}
