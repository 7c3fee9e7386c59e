import { getOwnProfile, getVotesPrivate } from '@/db/queries/people';
import type { Picture } from '@/lib/pictures/types';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import type { ProfileFields } from './schema';

/** Returns the viewer's privacy settings. */
export async function getPrivacy(viewer: Viewer): Promise<{ votesPrivate: boolean }> {
  return { votesPrivate: await withDeadline(() => getVotesPrivate(viewer.id)) };
}

/** Returns the viewer's profile for its form. */
export async function getProfileFields(
  viewer: Viewer,
): Promise<{ fields: ProfileFields; orcidVerified: boolean; picture: Picture | null }> {
  const row = await withDeadline(() => getOwnProfile(viewer.id));
  const { name = null, bio = '', links = [], orcid = null, orcidVerified = false } = row ?? {};
  const fields = { name: name ?? '', bio, links: links.join('\n'), orcid: orcid ?? '' };
  return { fields, orcidVerified, picture: row?.picture ?? null };
}
