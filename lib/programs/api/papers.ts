import type { ApiPaperRow } from '@/db/queries/api-papers';
import { paperImagePath } from '@/lib/cards/paths';
import { webAddress } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import { facePath } from '@/lib/people/paths';
import { picturePath } from '@/lib/pictures/paths';
import { site } from '@/lib/site/site';
import { authorId, objectId, personId } from './object-id';
import type { Author, DailyItem, FlatPaper, Paper, PaperDetail, Person } from './schema';

/** Returns the absolute URL of a path. */
export const absolute = (path: string): string => site().url + path;

const picture = (): string => absolute(site().logo ?? '/icon.svg');

/** Returns the uploaded picture of a paper, or else its card. */
const thumbnail = ({ slug, picture: own }: ApiPaperRow): string =>
  absolute(paperImagePath(slug, own));

/** Returns a user as a person; the row's own id is not public, so it is hashed. */
export const readerPerson = (
  id: string,
  { handle, name, picture }: { handle: string; name: string | null; picture: string | null },
): Person => ({
  _id: personId(id),
  name: handle,
  user: handle,
  fullname: name || handle,
  avatarUrl: absolute(facePath(handle, picture)),
  type: 'user',
  isPro: false,
});

/** Returns who submitted a paper: a user, a user of another site, or the site itself. */
export function submitter(row: ApiPaperRow): Person {
  const { submitterId, submitterHandle, submitterName, submitterPicture, listing } = row;
  if (submitterId && submitterHandle) {
    const [handle, name, picture] = [submitterHandle, submitterName, submitterPicture];
    return readerPerson(submitterId, { handle, name, picture });
  }
  const who = listing?.handle ?? listing?.submitter;
  const nobody = { name: null, picture: null };
  if (!who) {
    const person = readerPerson('site', { ...nobody, handle: site().name });
    return { ...person, avatarUrl: picture(), type: 'org' };
  }
  return {
    ...readerPerson(`${listing?.site} ${who}`, {
      ...nobody,
      handle: who,
      name: listing?.submitter ?? null,
    }),
    avatarUrl: listing?.avatar || picture(),
    site: listing?.site,
  };
}

const authorsOf = ({ id, authors }: ApiPaperRow): Author[] =>
  authors.map(({ position, name, userId, handle, picture }) => ({
    _id: authorId(id, position),
    name,
    hidden: false,
    ...(userId &&
      handle && {
        user: readerPerson(userId, { handle, name, picture }),
        status: 'claimed_verified' as const,
      }),
  }));

/** Returns the known fields of a paper; unknown ones are left out. */
function known(row: ApiPaperRow) {
  const projectPage = address(row.projectUrl);
  const githubRepo = address(row.codeUrl);
  const { organizationId, organizationSlug, organizationName, organizationPicture } = row;
  const avatar =
    organizationPicture === null
      ? row.organizationAvatar
      : absolute(picturePath(organizationPicture, 'large'));
  const media = new Set([...row.mediaUrls, ...(row.listing?.mediaUrls ?? [])]);
  const mediaUrls = [...media].filter((url) => address(url) !== null);
  return {
    ...(projectPage && { projectPage }),
    ...(githubRepo && { githubRepo }),
    ...(githubRepo && row.codeAddedBy !== null && { githubRepoAddedBy: row.codeAddedBy }),
    ...(githubRepo && row.codeStars !== null && { githubStars: row.codeStars }),
    ...(organizationId !== null &&
      organizationSlug !== null && {
        organization: {
          _id: objectId('organization', organizationId),
          name: row.organizationSourceName ?? organizationSlug,
          fullname: organizationName ?? organizationSlug,
          ...(avatar !== null && { avatar }),
        },
      }),
    ...(mediaUrls.length > 0 && { mediaUrls }),
  };
}

/** Typed clients parse addresses, so invalid ones are left out. */
const address = (text: string | null): string | null => {
  const found = webAddress(text);
  return found && URL.canParse(found) ? found : null;
};

const dayStart = (day: string): string => `${day}T00:00:00.000Z`;

/** Clients reject an empty `summary`, so our own summary replaces a missing abstract. */
const abstractOf = ({ abstract, summary }: ApiPaperRow): string => abstract || summary || '';

export function toPaper(row: ApiPaperRow): Paper {
  return {
    id: row.slug,
    authors: authorsOf(row),
    publishedAt: row.publishedAt.toISOString(),
    ...(row.feedDay !== null && {
      submittedOnDailyAt: dayStart(row.feedDay),
      submittedOnDailyBy: submitter(row),
    }),
    title: row.title,
    summary: abstractOf(row),
    upvotes: row.upvotes,
    discussionId: objectId('discussion', row.id),
    ...(row.summary !== null && {
      ai_summary: row.summary,
      ...(row.summaryBy !== null && { ai_summary_model: row.summaryBy }),
    }),
    ...(row.keywords.length > 0 && { ai_keywords: row.keywords }),
    ...known(row),
    ...(row.withdrawn && { withdrawnAt: (row.revisedAt ?? row.publishedAt).toISOString() }),
    ...(row.retraction && {
      retracted: true as const,
      ...(row.retraction.notice && { retractionNotice: row.retraction.notice }),
    }),
    categories: row.categories,
  };
}

/** Returns a paper as a list item; clients read `title` and others at two places. */
export function toItem(row: ApiPaperRow): Omit<DailyItem, 'submittedBy'> {
  const { organization, mediaUrls } = known(row);
  return {
    paper: toPaper(row),
    publishedAt: row.publishedAt.toISOString(),
    title: row.title,
    summary: abstractOf(row),
    thumbnail: thumbnail(row),
    numComments: row.comments,
    isAuthorParticipating: row.authorParticipates,
    ...(organization && { organization }),
    ...(mediaUrls && { mediaUrls }),
  };
}

export const toDailyItem = (row: ApiPaperRow): DailyItem => ({
  ...toItem(row),
  submittedBy: submitter(row),
});

/** This site has no models, data sets and spaces, so their lists are empty. */
export const toPaperDetail = (row: ApiPaperRow): PaperDetail => ({
  ...toPaper(row),
  _id: objectId('paper', row.id),
  url: absolute(paperPath(row.slug)),
  numComments: row.comments,
  linkedModels: [],
  linkedDatasets: [],
  linkedSpaces: [],
  numTotalModels: 0,
  numTotalDatasets: 0,
  numTotalSpaces: 0,
});

export function toFlatPaper(row: ApiPaperRow): FlatPaper {
  const { projectPage, githubRepo, organization } = known(row);
  return {
    id: row.slug,
    title: row.title,
    thumbnailUrl: thumbnail(row),
    upvotes: row.upvotes,
    numComments: row.comments,
    publishedAt: row.publishedAt.toISOString(),
    ...(row.feedDay !== null && { submittedOnDailyAt: dayStart(row.feedDay) }),
    authors: authorsOf(row),
    summary: abstractOf(row),
    ...(projectPage && { projectPage }),
    ...(githubRepo && { githubRepo }),
    ...(organization && { organization }),
  };
}
