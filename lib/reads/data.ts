import { db } from '@/db/client';
import { countUnreadIn } from '@/db/queries/reads';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';

/** Returns how many papers of a collection the viewer has not read; null for visitors. */
export const countUnread = async (
  viewer: Viewer | null,
  collection: { id: number },
): Promise<number | null> =>
  viewer && withDeadline(() => countUnreadIn(db(), viewer.id, collection.id));
