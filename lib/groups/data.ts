import { db } from '@/db/client';
import { getVotesBeside, listGroupVotes } from '@/db/queries/group-votes';
import {
  type GroupRow,
  getGroupBySlug,
  getInvited,
  INVITE_ID,
  listInvites as invitesOf,
  listGroupsOf,
  listMembers,
} from '@/db/queries/groups';
import { hashToken } from '@/lib/base/secrets';
import { listSummaries } from '@/lib/feeds/summaries';
import { LAST_PAGE, PAGE_SIZE } from '@/lib/papers/paths';
import { currentPeriod, daysOf, isPeriod, periodOf } from '@/lib/papers/periods';
import type { FeedPage } from '@/lib/papers/types';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import { canSee, partOf } from './policy';
import { GROUP_SLUG, joinInput } from './schema';
import type { Group, GroupMember, GroupSummary, GroupVotes, Invitation, Invite } from './types';

export const listGroups = (viewer: Viewer): Promise<GroupSummary[]> =>
  withDeadline(() => listGroupsOf(viewer.id));

/** Returns the group for this viewer, or null if it does not exist for them. */
export async function getGroup(viewer: Viewer | null, slug: string): Promise<Group | null> {
  if (!GROUP_SLUG.test(slug)) return null;
  const row = await withDeadline(() => getGroupBySlug(slug, viewer?.id ?? null));
  return row && canSee(row) ? asSeen(viewer, row) : null;
}

const asSeen = (viewer: Viewer | null, row: GroupRow): Group => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  visibility: row.visibility,
  members: row.members,
  you: partOf(viewer, row),
});

/** For a group from `getGroup`. */
export const listGroupMembers = (group: Group): Promise<GroupMember[]> =>
  withDeadline(() => listMembers(group.id));

export type GroupWeek = {
  /** 2026-W30, with its first and last day. */
  week: string;
  days: { first: string; last: string };
  current: boolean;
  page: FeedPage;
  votes: Map<number, GroupVotes>;
  /** The nearest weeks with upvotes. */
  before: string | null;
  after: string | null;
};

const DAY = 86_400_000;

/**
 * Returns what the members of a group upvoted in an ISO week (UTC); the current week if the week is
 * not valid.
 */
export async function getGroupWeek(
  group: Group,
  wanted: string,
  pageNumber: number,
): Promise<GroupWeek> {
  const now = currentPeriod('week').at;
  const week = isPeriod('week', wanted) && wanted <= now ? wanted : now;
  const days = daysOf({ kind: 'week', at: week });
  const from = new Date(`${days.first}T00:00:00Z`);
  const span = { from, to: new Date(from.getTime() + 7 * DAY) };
  const at = { limit: PAGE_SIZE + 1, offset: (pageNumber - 1) * PAGE_SIZE };
  const [found, beside] = await withDeadline(() =>
    Promise.all([listGroupVotes(group.id, span, at), getVotesBeside(group.id, span)]),
  );
  const shown = found.slice(0, PAGE_SIZE);
  const papers = await listSummaries(shown.map(({ paperId }) => paperId));
  const weekOf = (date: Date | null) =>
    date && periodOf('week', date.toISOString().slice(0, 10)).at;
  return {
    week,
    days,
    current: week === now,
    page: {
      papers,
      page: pageNumber,
      more: found.length > PAGE_SIZE && pageNumber < LAST_PAGE,
    },
    votes: new Map(shown.map((votes) => [votes.paperId, votes])),
    before: weekOf(beside.before),
    after: weekOf(beside.after) ?? (week === now ? null : now),
  };
}

/** Returns the usable invitations of the viewer's own group; null unless they own it. */
export async function listInvites(group: Group): Promise<Invite[] | null> {
  if (group.you !== 'owner') return null;
  const rows = await withDeadline(() => invitesOf(db(), group.id));
  return rows.map(({ id, expires, createdAt }) => ({
    id,
    expires: expires.toISOString(),
    createdAt: createdAt.toISOString(),
  }));
}

/** Returns which of these invitations a token belongs to, to show its link once after creation. */
export const inviteOf = (token: string, invites: Invite[]): Invite | null =>
  invites.find(({ id }) => id === hashToken(token).slice(0, INVITE_ID)) ?? null;

/** Returns the group of an invitation token; null if it is unknown, revoked or expired. */
export async function getInvitation(
  viewer: Viewer | null,
  token: string,
): Promise<Invitation | null> {
  if (!joinInput.safeParse({ token }).success) return null;
  const row = await withDeadline(() => getInvited(db(), hashToken(token), viewer?.id ?? null));
  if (!row) return null;
  const { slug, name, description, visibility, members } = row;
  return {
    slug,
    name,
    description,
    visibility,
    members,
    owner: row.owner ?? '',
    joined: row.isMember,
  };
}
