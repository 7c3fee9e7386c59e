import { cacheLife, cacheTag } from 'next/cache';
import { countPublicOf } from '@/db/queries/collections';
import {
  getProfileCounts,
  getProfileRow,
  listClaimed,
  listCommentsBy,
  listSubmitted,
  listUpvoted,
} from '@/db/queries/profiles';
import { commentsTag, paperTag, readerTag } from '@/lib/base/tags';
import { getPublicCollections } from '@/lib/collections/data';
import { listSummaries } from '@/lib/feeds/summaries';
import { webAddress } from '@/lib/papers/links';
import { LAST_PAGE, PAGE_SIZE } from '@/lib/papers/paths';
import { publicRead } from '@/lib/web/public-read';
import type { ProfileSection } from './paths';
import type { Profile, ProfileOverview, ProfilePart } from './types';

/** Returns the user with this handle, in any case; null if there is none. */
export async function getProfile(handle: string): Promise<Profile | null> {
  'use cache';
  cacheLife('public');
  cacheTag(readerTag(handle));
  return publicRead(async () => {
    const row = await getProfileRow(handle);
    if (!row) return null;
    const { createdAt, orcid, orcidVerified, bio, links, ...shown } = row;
    const counts = await getProfileCounts(row.id);
    const collections = await countPublicOf(row.id);
    const named = !row.votesPrivate && !row.banned;
    return {
      ...shown,
      picture: row.banned ? null : row.picture,
      bio: row.banned ? '' : bio,
      links: row.banned ? [] : links.filter((link) => webAddress(link) && URL.canParse(link)),
      orcid: orcid && !row.banned ? { id: orcid, verified: orcidVerified } : null,
      memberSince: createdAt.toISOString(),
      counts: { ...counts, collections, upvotes: named ? counts.upvotes : 0 },
    };
  });
}

type Reader = Pick<Profile, 'id' | 'handle' | 'votesPrivate' | 'banned'>;
type PaperSection = 'papers' | 'submissions' | 'upvotes';

const LISTS = { papers: listClaimed, submissions: listSubmitted, upvotes: listUpvoted };
const NOTHING: ProfilePart = { papers: [], comments: [], collections: [], page: 1, more: false };

/** Returns a page of one section; without upvotes that are private or do not count. */
export async function getProfilePart(
  { id, handle, votesPrivate, banned }: Reader,
  section: Exclude<ProfileSection, 'overview'>,
  page: number,
  size = PAGE_SIZE,
): Promise<ProfilePart> {
  if (section === 'collections') {
    return { ...NOTHING, ...(await getPublicCollections(id, handle, page, size)), page };
  }
  if (section === 'comments') return getComments(id, handle, page, size);
  if (section === 'upvotes' && (votesPrivate || banned)) return NOTHING;
  return getPapers(id, handle, section, page, size);
}

async function getPapers(
  id: string,
  handle: string,
  section: PaperSection,
  page: number,
  size: number,
): Promise<ProfilePart> {
  'use cache';
  cacheLife('public');
  cacheTag(readerTag(handle));
  const at = { limit: size + 1, offset: (page - 1) * size };
  const { ids, papers } = await publicRead(async () => {
    const found = await LISTS[section](id, at);
    return { ids: found, papers: await listSummaries(found.slice(0, size)) };
  });
  for (const paper of papers) cacheTag(paperTag(paper.id));
  return { ...NOTHING, papers, page, more: ids.length > size && page < LAST_PAGE };
}

/** Leaves out comments that are deleted, hidden, or on a removed paper. */
async function getComments(
  id: string,
  handle: string,
  page: number,
  size: number,
): Promise<ProfilePart> {
  'use cache';
  cacheLife('public');
  cacheTag(readerTag(handle));
  const at = { limit: size + 1, offset: (page - 1) * size };
  const rows = await publicRead(() => listCommentsBy(id, at));
  const shown = rows.slice(0, size);
  for (const { paperId } of shown) cacheTag(commentsTag(paperId), paperTag(paperId));
  return {
    ...NOTHING,
    comments: shown.map(({ paperId, createdAt, slug, title, ...comment }) => ({
      ...comment,
      at: createdAt.toISOString(),
      paper: { slug, title },
    })),
    page,
    more: rows.length > size && page < LAST_PAGE,
  };
}

/** Entries of each section in the overview. */
const BRIEF = 5;

/** Returns the latest entries of each section of a profile. */
export async function getProfileOverview(reader: Reader): Promise<ProfileOverview> {
  const brief = (section: Exclude<ProfileSection, 'overview'>) =>
    getProfilePart(reader, section, 1, BRIEF);
  const [papers, submissions, upvotes, comments, collections] = await Promise.all([
    brief('papers'),
    brief('submissions'),
    brief('upvotes'),
    brief('comments'),
    brief('collections'),
  ]);
  return {
    papers: papers.papers,
    submissions: submissions.papers,
    upvotes: upvotes.papers,
    comments: comments.comments,
    collections: collections.collections,
  };
}
