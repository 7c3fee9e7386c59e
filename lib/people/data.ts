import { getVotesPrivate } from '@/db/queries/people';
import type { Viewer } from '@/lib/auth/types';
import { withDeadline } from '@/lib/http/deadline';

/** What the viewer has set about privacy. */
export async function getPrivacy(viewer: Viewer): Promise<{ votesPrivate: boolean }> {
  return { votesPrivate: await withDeadline(() => getVotesPrivate(viewer.id)) };
}
