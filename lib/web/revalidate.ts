import { revalidateTag } from 'next/cache';
import { collectInvalidations } from '@/db/queries/invalidation';

const atOnce = (tag: string) => revalidateTag(tag, { expire: 0 });

/**
 * Runs `work` and revalidates what it invalidated: here at once, on the other instances by the
 * notice that was sent with it (db/listen.ts). The one place that does, whatever the transport.
 */
export async function revalidating<T>(
  work: () => Promise<T>,
  revalidate: (tag: string) => void = atOnce,
): Promise<T> {
  const { result, tags } = await collectInvalidations(work);
  for (const tag of tags) revalidate(tag);
  return result;
}
