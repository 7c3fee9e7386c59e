import { db } from '@/db/client';
import { listPapersByName, listReadersNamed } from '@/db/queries/author-names';
import { listOpenContests } from '@/db/queries/claim-contests';
import { getClaimOf, getSignedInOrcid, listOpenClaims, listPlaces } from '@/db/queries/claims';
import { findAuthor } from '@/db/queries/follows';
import { findReportablePaper } from '@/db/queries/reports';
import { listSummaries } from '@/lib/feeds/summaries';
import { isProven } from '@/lib/identifiers/orcid';
import { PAGE_SIZE } from '@/lib/papers/paths';
import type { FeedPage } from '@/lib/papers/types';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import type { AuthorPlace, Claimant, NamedReader, OpenClaim, OpenContest, OwnClaim } from './types';

/** Returns the data of the claim page; null if there is no such paper. */
export async function getClaiming(viewer: Viewer | null, slug: string) {
  return withDeadline(async () => {
    const paper = await findReportablePaper(db(), slug);
    if (!paper) return null;
    const [rows, claim, orcid] = await Promise.all([
      listPlaces(db(), paper.id),
      viewer && getClaimOf(db(), viewer.id, paper.id),
      viewer && getSignedInOrcid(db(), viewer.id),
    ]);
    const places: AuthorPlace[] = rows.map(({ position, name, handle }) => ({
      position,
      name,
      handle,
    }));
    const proven = rows.find((row) => isProven(orcid, row.orcid));
    const own: OwnClaim | null = claim && { ...claim };
    return {
      paper: { slug: paper.slug, title: paper.title },
      places,
      own,
      orcid,
      /** The position that the viewer's ORCID sign-in proves. */
      proven: proven && !proven.handle ? proven.position : null,
    };
  });
}

/** Claims and contests that the queue shows at most, oldest first. */
const MOST = 100;

type Row = {
  slug: string;
  title: string;
  authorCount: number;
  handle: string | null;
  readerName: string | null;
  since: Date;
  banned: boolean;
  signedInOrcid: string | null;
  name: string;
  position: number;
  orcid: string | null;
  words: string;
  at: Date;
};

const caseOf = (row: Row) => ({
  paper: { slug: row.slug, title: row.title, authorCount: row.authorCount },
  author: { name: row.name, position: row.position, orcid: row.orcid },
  claimant: {
    handle: row.handle ?? '',
    name: row.readerName,
    since: row.since,
    banned: row.banned,
    orcid: row.signedInOrcid,
  } satisfies Claimant,
  words: row.words,
  at: row.at,
});

/** Returns the moderators' queue: open claims, and contests of confirmed ones. */
export async function listClaimQueue(): Promise<{
  claims: OpenClaim[];
  contests: OpenContest[];
  more: boolean;
}> {
  const [claims, contests] = await withDeadline(() =>
    Promise.all([listOpenClaims(db(), MOST + 1), listOpenContests(db(), MOST + 1)]),
  );
  return {
    claims: claims.slice(0, MOST).map((row) => ({
      id: row.id,
      sameName: row.sameName,
      rivals: row.rivals,
      ...caseOf(row),
    })),
    contests: contests.slice(0, MOST).map((row) => ({ id: row.id, by: row.by, ...caseOf(row) })),
    more: claims.length > MOST || contests.length > MOST,
  };
}

/** Most pages for one author name. */
export const LAST_AUTHOR_PAGE = 40;
/** Most confirmed users shown for one name. */
const MOST_READERS = 20;

export type AuthorPage = FeedPage & {
  /** As spelled on the papers. */
  name: string;
  readers: NamedReader[];
};

/** Returns whether any paper here has an author of this name. */
export const isAuthor = async (name: string): Promise<boolean> =>
  (await withDeadline(() => findAuthor(name))) !== null;

/** Returns papers by authors of a name; null if no paper has one. */
export async function getAuthorPage(name: string, page: number): Promise<AuthorPage | null> {
  const at = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
  const [author, ids, readers] = await withDeadline(() =>
    Promise.all([
      findAuthor(name),
      listPapersByName(db(), name, at),
      listReadersNamed(db(), name, MOST_READERS),
    ]),
  );
  if (!author) return null;
  const papers = await listSummaries(ids.slice(0, PAGE_SIZE));
  const more = ids.length > PAGE_SIZE && page < LAST_AUTHOR_PAGE;
  return { name: author.value, readers, papers, page, more };
}
