import { revalidateTag } from 'next/cache';
import { collectInvalidations } from '@/db/queries/invalidation';

const atOnce = (tag: string) => revalidateTag(tag, { expire: 0 });

/**
 * Runs `work` and revalidates the tags it invalidated: here at once, on other instances by the
 * notification sent with it (db/listen.ts). The only place that does so, for every transport.
 */
export async function revalidating<T>(
  work: () => Promise<T>,
  revalidate: (tag: string) => void = atOnce,
): Promise<T> {
  const { result, tags } = await collectInvalidations(work);
  for (const tag of tags) revalidate(tag);
  return result;
}
