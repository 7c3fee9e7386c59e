import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { getInvitedOrganization, listOrganizationInvites } from '@/db/queries/organization-invites';
import {
  getPart,
  listOrganizationMembers,
  listOrganizationsOf,
} from '@/db/queries/organization-members';
import { listOpenRequests } from '@/db/queries/organization-requests';
import {
  getOrganizationBySlug,
  listOrganizationPapers,
  listOrganizations,
} from '@/db/queries/organizations';
import { hashToken } from '@/lib/base/secrets';
import { FEEDS, organizationTag } from '@/lib/base/tags';
import { listSummaries } from '@/lib/feeds/summaries';
import type { Invite } from '@/lib/groups/types';
import { LAST_PAGE, PAGE_SIZE } from '@/lib/papers/paths';
import type { FeedPage } from '@/lib/papers/types';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import { ORGANIZATION_SLUG, type OrganizationOrder } from './paths';
import { joinInput, ORGANIZATION_LIMITS } from './schema';
import type {
  OpenRequest,
  Organization,
  OrganizationMember,
  OrganizationPart,
  OrganizationSummary,
  OwnOrganization,
} from './types';

export type OrganizationPage = {
  organization: Organization;
  /** Who chose to be named there. */
  members: OrganizationMember[];
  papers: FeedPage;
};

/** Members that the public page names. */
const NAMED = 200;

/** An organization's page as everybody sees it; null when there is none. */
export async function getOrganizationPage(
  slug: string,
  order: OrganizationOrder,
  page: number,
): Promise<OrganizationPage | null> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  const organization = await withDeadline(() => getOrganizationBySlug(db(), slug));
  if (!organization) return null;
  cacheTag(organizationTag(organization.id));
  const at = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
  const [members, ids] = await withDeadline(() =>
    Promise.all([
      listOrganizationMembers(db(), organization.id, NAMED),
      listOrganizationPapers(organization.id, order, at),
    ]),
  );
  return {
    organization,
    members: members.filter(({ hidden }) => !hidden),
    papers: {
      papers: await listSummaries(ids.slice(0, PAGE_SIZE)),
      page,
      more: ids.length > PAGE_SIZE && page < LAST_PAGE,
    },
  };
}

/** Organizations that the index names. */
const LISTED = 200;

/** Those with most papers first. */
export const listTopOrganizations = (): Promise<OrganizationSummary[]> =>
  withDeadline(() => listOrganizations(db(), LISTED));

export const listOwnOrganizations = (viewer: Viewer): Promise<OwnOrganization[]> =>
  withDeadline(() => listOrganizationsOf(db(), viewer.id));

export type Managing = {
  organization: Organization;
  part: OrganizationPart;
  /** All of them, hidden ones too, for administrators. */
  members: OrganizationMember[];
  invites: Invite[];
};

/** An organization with the viewer's part in it; members and invitations for administrators only. */
export async function getManaging(viewer: Viewer, slug: string): Promise<Managing | null> {
  if (!ORGANIZATION_SLUG.test(slug)) return null;
  return withDeadline(async () => {
    const organization = await getOrganizationBySlug(db(), slug);
    if (!organization) return null;
    const part = await getPart(db(), organization.id, viewer.id);
    if (part?.role !== 'administrator') return { organization, part, members: [], invites: [] };
    const [members, invites] = await Promise.all([
      listOrganizationMembers(db(), organization.id, ORGANIZATION_LIMITS.members),
      listOrganizationInvites(db(), organization.id),
    ]);
    return {
      organization,
      part,
      members,
      invites: invites.map(({ id, expires, createdAt }) => ({
        id,
        expires: expires.toISOString(),
        createdAt: createdAt.toISOString(),
      })),
    };
  });
}

/** Whether there is an organization of this slug. */
export const isOrganization = async (slug: string): Promise<boolean> =>
  ORGANIZATION_SLUG.test(slug) &&
  (await withDeadline(() => getOrganizationBySlug(db(), slug))) !== null;

/** What a link invites to; null when it never was, is revoked or over. */
export async function getOrganizationInvitation(
  viewer: Viewer | null,
  token: string,
): Promise<{ organization: Organization; joined: boolean } | null> {
  if (!joinInput.safeParse({ token }).success) return null;
  return withDeadline(async () => {
    const slug = await getInvitedOrganization(db(), hashToken(token), viewer?.id ?? null);
    const organization = slug && (await getOrganizationBySlug(db(), slug));
    if (!organization) return null;
    const part = viewer && (await getPart(db(), organization.id, viewer.id));
    return { organization, joined: part !== null };
  });
}

/** Requests that the queue reads at once. */
const MOST = 100;

/** Readers who ask to manage an organization, the oldest request first. */
export async function listRequests(): Promise<OpenRequest[]> {
  const rows = await withDeadline(() => listOpenRequests(db(), MOST));
  return rows.map(({ id, words, at, slug, organization, papers, ...reader }) => ({
    id,
    words,
    at,
    organization: { slug, name: organization, papers },
    reader,
  }));
}
