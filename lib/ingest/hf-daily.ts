import { z } from 'zod';
import { parseArxivId } from '@/lib/identifiers/arxiv';
import { BrokenRecord, toRecord } from './record';
import { isoTime, nameSlug, webLink } from './text';
import type { ListingRecord, OrganizationRecord, Parsed } from './types';

export const HUGGING_FACE = 'huggingface.co';

const text = z.string().nullish().catch(null);
const count = z.number().int().min(0).nullish().catch(null);
const person = z
  .object({ fullname: text, name: text, user: text, avatarUrl: text })
  .nullish()
  .catch(null);
const organization = z
  .object({ name: z.string(), fullname: text, avatar: text, avatarUrl: text })
  .nullish()
  .catch(null);
const links = z.array(z.unknown()).nullish().catch(null);

/**
 * The fields that we use. All may be missing or malformed, except the identifier, title and
 * authors.
 */
const item = z.object({
  title: text,
  summary: text,
  publishedAt: text,
  numComments: count,
  submittedBy: person,
  organization,
  mediaUrls: links,
  thumbnail: text,
  paper: z.object({
    id: z.string(),
    title: text,
    summary: text,
    authors: z.array(z.object({ name: z.string() })).nullish(),
    publishedAt: text,
    submittedOnDailyAt: text,
    submittedOnDailyBy: person,
    upvotes: count,
    organization,
    mediaUrls: links,
    githubRepo: text,
    githubRepoAddedBy: text,
    githubStars: count,
    projectPage: text,
    ai_summary: text,
    ai_summary_model: text,
    ai_keywords: z.array(z.string()).nullish().catch(null),
    withdrawnAt: text,
  }),
});
type Item = z.infer<typeof item>;

/**
 * Returns whether a JSON value is an entry of a Hugging Face daily list: an object with a paper in
 * it.
 */
export const isDailyItem = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'paper') === 'object';

/** Parses an entry of a Hugging Face daily list (`/api/daily_papers`). */
export function parseDailyItem(raw: unknown): Parsed {
  const read = item.safeParse(raw);
  if (!read.success) {
    const issue = read.error.issues[0];
    const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : 'not a daily entry';
    return { ok: false, id: null, reason, record: raw };
  }
  const { paper, ...outer } = read.data;
  return toRecord(paper.id, raw, () => {
    const arxiv = parseArxivId(paper.id);
    if (!arxiv) throw new BrokenRecord('no arXiv identifier');
    const publishedAt = isoTime(paper.publishedAt) ?? isoTime(outer.publishedAt);
    if (!publishedAt) throw new BrokenRecord('no date of publication');
    return {
      externalId: arxiv.id,
      title: paper.title ?? outer.title ?? '',
      abstract: paper.summary ?? outer.summary ?? '',
      authors: (paper.authors ?? []).map((author) => author.name),
      publishedAt,
      withdrawn: paper.withdrawnAt ? true : null,
      codeUrl: webLink(paper.githubRepo),
      codeAddedBy: addedBy(paper.githubRepoAddedBy),
      codeStars: paper.githubStars ?? null,
      projectUrl: webLink(paper.projectPage),
      summary: paper.ai_summary ?? null,
      summaryBy: paper.ai_summary_model ?? `a language model at ${HUGGING_FACE}`,
      keywords: paper.ai_keywords ?? [],
      organization: organizationOf(paper.organization ?? outer.organization),
      mediaUrls: (paper.mediaUrls ?? outer.mediaUrls ?? [])
        .map(webLink)
        .filter((url) => url !== null),
      listing: listingOf(read.data),
    };
  });
}

/** Without a day the paper was on no daily list, so it is only harvested. */
function listingOf({ paper, numComments, submittedBy, thumbnail }: Item): ListingRecord | null {
  const at = isoTime(paper.submittedOnDailyAt);
  if (!at) return null;
  const submitter = paper.submittedOnDailyBy ?? submittedBy;
  const handle = submitter?.user || submitter?.name || null;
  return {
    site: HUGGING_FACE,
    day: at.slice(0, 10),
    at,
    upvotes: paper.upvotes ?? 0,
    comments: numComments ?? 0,
    submitter: submitter?.fullname || handle,
    submitterHandle: handle,
    submitterAvatar: picture(submitter?.avatarUrl),
    thumbnail: thumbnail ? webLink(thumbnail) : null,
  };
}

function organizationOf(there: z.infer<typeof organization>): OrganizationRecord | null {
  const slug = there && (nameSlug(there.name) || nameSlug(there.fullname ?? ''));
  if (!there || !slug) return null;
  return {
    slug,
    name: there.fullname || there.name,
    sourceName: there.name,
    avatarUrl: picture(there.avatar ?? there.avatarUrl),
  };
}

const addedBy = (text: string | null | undefined): string | null =>
  text && /^[a-z][a-z_-]{0,29}$/.test(text) ? text : null;

/** Returns a picture's address, or its path on that site; else null. */
const picture = (address: string | null | undefined): string | null => {
  if (!address) return null;
  if (/^\/(?!\/)[\w./%-]{1,500}$/.test(address)) return address;
  return webLink(address) && address;
};
