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
import { publicRead } from '@/lib/web/public-read';
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
  /** Members who chose to be listed. */
  members: OrganizationMember[];
  papers: FeedPage;
};

/** Most members on the public page. */
const NAMED = 200;

/** Returns an organization's public page; null if there is none. */
export async function getOrganizationPage(
  slug: string,
  order: OrganizationOrder,
  page: number,
): Promise<OrganizationPage | null> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return publicRead(() => readPage(slug, order, page));
}

async function readPage(
  slug: string,
  order: OrganizationOrder,
  page: number,
): Promise<OrganizationPage | null> {
  const organization = await getOrganizationBySlug(db(), slug);
  if (!organization) return null;
  cacheTag(organizationTag(organization.id));
  const at = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
  const [members, ids] = await Promise.all([
    listOrganizationMembers(db(), organization.id, NAMED),
    listOrganizationPapers(organization.id, order, at),
  ]);
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

/** Most organizations in the index. */
const LISTED = 200;

/** Returns the organizations with the most papers. */
export const listTopOrganizations = (): Promise<OrganizationSummary[]> =>
  publicRead(() => listOrganizations(db(), LISTED));

export const listOwnOrganizations = (viewer: Viewer): Promise<OwnOrganization[]> =>
  withDeadline(() => listOrganizationsOf(db(), viewer.id));

export type Managing = {
  organization: Organization;
  part: OrganizationPart;
  /** All members, hidden ones too, for administrators. */
  members: OrganizationMember[];
  invites: Invite[];
};

/**
 * Returns an organization with the viewer's role; members and invitations for administrators only.
 */
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

/** Returns whether an organization with this slug exists. */
export const isOrganization = async (slug: string): Promise<boolean> =>
  ORGANIZATION_SLUG.test(slug) &&
  (await withDeadline(() => getOrganizationBySlug(db(), slug))) !== null;

/** Returns the organization of an invitation; null if the token is unknown, revoked or expired. */
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

/** Most requests in the queue. */
const MOST = 100;

/** Returns requests to manage an organization, oldest first. */
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
