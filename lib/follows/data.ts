import { listFollowed, listReasons, listSuggestions } from '@/db/queries/following';
import {
  findAuthor,
  findOrganization,
  findReader,
  listFollows as followsOf,
  listNames,
} from '@/db/queries/follows';
import { getPaperBySlug, listAuthors } from '@/db/queries/papers';
import { listSummaries } from '@/lib/feeds/summaries';
import { plainText } from '@/lib/markup/plain';
import { PAGE_SIZE } from '@/lib/papers/paths';
import type { FeedPage } from '@/lib/papers/types';
import { withDeadline } from '@/lib/web/deadline';
import { followKey } from './key';
import { namedTopic, topicsNamed, topicTarget } from './topic';
import type {
  FollowingOrder,
  FollowReason,
  FollowsResponse,
  NamedTarget,
  PaperTargets,
} from './types';

/** Most pages of the Following feed; each source is read that far. */
export const LAST_FOLLOWING_PAGE = 20;

export const listFollows = (userId: string): Promise<NamedTarget[]> =>
  withDeadline(() => followsOf(userId));

export async function getFollows(userId: string): Promise<FollowsResponse> {
  return { follows: (await listFollows(userId)).map(followKey) };
}

export type FollowingPage = FeedPage & { reasons: Map<number, FollowReason[]> };

/** Returns a page of papers from the viewer's follows, each row with all its reasons. */
export async function getFollowing(
  userId: string,
  order: FollowingOrder,
  page: number,
): Promise<FollowingPage> {
  const at = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
  const ids = await withDeadline(() => listFollowed(userId, order, at));
  const shown = ids.slice(0, PAGE_SIZE);
  const [papers, found] = await Promise.all([
    listSummaries(shown),
    shown.length ? withDeadline(() => listReasons(userId, shown)) : [],
  ]);
  const reasons = new Map<number, FollowReason[]>();
  for (const { paperId, ...reason } of found) {
    reasons.set(paperId, [...(reasons.get(paperId) ?? []), reason]);
  }
  return { papers, reasons, page, more: ids.length > PAGE_SIZE && page < LAST_FOLLOWING_PAGE };
}

/** Suggests a few trending targets of each kind that the viewer does not follow yet. */
export async function listFollowSuggestions(
  userId: string,
  followed: NamedTarget[],
  each = 8,
): Promise<NamedTarget[]> {
  const known = new Set(followed.map(followKey));
  const found = await withDeadline(() => listSuggestions(userId, each));
  return found.filter((target) => !known.has(followKey(target)));
}

/** Returns the target with the typed name, and similar ones; the two lists are disjoint. */
export async function findTargets(
  text: string,
): Promise<{ exact: NamedTarget[]; near: NamedTarget[] }> {
  const [author, organization, reader, names] = await withDeadline(() =>
    Promise.all([findAuthor(text), findOrganization(text), findReader(text), listNames(text)]),
  );
  const exact = [topicTarget(text), organization, author, reader].flatMap((target) =>
    target ? [{ kind: target.kind, value: target.value, label: target.label }] : [],
  );
  const known = new Set(exact.map(followKey));
  const near = [...topicsNamed(text, 6), ...names].filter(
    (target) => !known.has(followKey(target)),
  );
  return { exact, near };
}

/**
 * Returns what can be followed about a paper: its topics, organization, submitter and all authors.
 */
export async function getPaperTargets(slug: string): Promise<PaperTargets | null> {
  const row = await withDeadline(() => getPaperBySlug(slug));
  if (!row) return null;
  const authors = await withDeadline(() => listAuthors(row.id));
  const named = (kind: NamedTarget['kind'], value: string, label = value) => ({
    kind,
    value,
    label,
  });
  const targets = [
    ...row.categories
      .flatMap((topic) => topicTarget(topic) ?? [])
      .map(({ value }) => namedTopic(value)),
    ...(row.organizationSlug && row.organizationName
      ? [named('organization', row.organizationSlug, row.organizationName)]
      : []),
    ...(row.submittedBy ? [named('reader', row.submittedBy, `@${row.submittedBy}`)] : []),
    ...authors.map(({ name }) => named('author', name)),
  ];
  const once = new Map(targets.map((target) => [followKey(target), target]));
  return { paper: { slug: row.slug, title: plainText(row.title) }, targets: [...once.values()] };
}
