import { createHash, randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { HEAD_SCRIPT } from '@/components/layout/head-script';
import { TIME_SCRIPT } from '@/components/layout/time-script';
import { FEED_SCRIPT } from '@/components/papers/feed-script';
import { CASE_PATH } from '@/lib/appeals/paths';
import { isAuthor } from '@/lib/claims/data';
import { readName } from '@/lib/claims/names';
import { isCollectionFeed, isCollectionThere } from '@/lib/collections/access';
import { DIGESTS_PATH } from '@/lib/digests/paths';
import { isThere } from '@/lib/groups/access';
import { mailMode } from '@/lib/mail/mode';
import { ROLES_PATH } from '@/lib/moderation/paths';
import { isModerator, refuseAdministering } from '@/lib/moderation/policy';
import { OPERATIONS_PATH } from '@/lib/operations/paths';
import { isOperator } from '@/lib/operations/policy';
import { isOrganization } from '@/lib/organizations/data';
import { readFilter } from '@/lib/papers/filter';
import { FILTER, feedPath, filterFeed } from '@/lib/papers/paths';
import { DEVELOPMENT_POLICY, pagePolicy } from '@/lib/web/content-security-policy.mjs';
import { withDeadline } from '@/lib/web/deadline';
import { SHARED_HEADER } from '@/lib/web/shared-page';
import { viewerOf } from '@/lib/web/viewer';

/** What stored pages have too carries no nonce: the root layout's script, and that of feeds. */
const sharedScripts = [HEAD_SCRIPT, TIME_SCRIPT, FEED_SCRIPT].map(
  (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
);

/**
 * Pages that answer a person carry a nonce. Stored pages are left alone: they bring the policy
 * they were stored with, and going through here would halve what they can serve.
 */
export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  // The pattern of a page takes its `.json` along, which is its feed and the same for everybody.
  if (
    pathname.startsWith('/collections/') ? isCollectionFeed(pathname) : pathname.endsWith('.json')
  ) {
    return NextResponse.next();
  }
  if (await isHidden(request)) {
    // Decided here, because the page itself comes after the status.
    return NextResponse.rewrite(new URL('/no-such-page', request.url));
  }
  if (pathname === FILTER) {
    const canonical = canonicalFilter(request.nextUrl);
    if (canonical) return NextResponse.redirect(new URL(canonical, request.url));
  }
  if (request.headers.has(SHARED_HEADER)) return forStrangers();
  const policy =
    process.env.NODE_ENV === 'development'
      ? DEVELOPMENT_POLICY
      : pagePolicy([`'nonce-${randomBytes(16).toString('base64')}'`, ...sharedScripts]);
  const headers = new Headers(request.headers);
  // Next reads the nonce from here.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

/** The outer server keeps this page for a moment, so it has no nonce; it brings the policy itself. */
function forStrangers(): NextResponse {
  const response = NextResponse.next();
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

const FOR_ADMINS = [ROLES_PATH, DIGESTS_PATH];

/** Whether there is no such page for whoever asks. */
async function isHidden(request: NextRequest): Promise<boolean> {
  const { pathname } = request.nextUrl;
  const viewer = () => viewerOf(request.headers);
  if (pathname === '/mailbox') return mailMode(request.headers).mode !== 'local';
  if (FOR_ADMINS.includes(pathname)) {
    return refuseAdministering(await withDeadline(viewer)) !== null;
  }
  // Who is concerned by an act is no moderator.
  if (pathname === CASE_PATH) return false;
  if (pathname === OPERATIONS_PATH) return !isOperator(await withDeadline(viewer));
  const [, author] = /^\/author\/([^/]+)$/.exec(pathname) ?? [];
  if (author) return !(await namesAuthor(author));
  const [, organization] = /^\/org\/([^/]+)\/manage$/.exec(pathname) ?? [];
  if (organization) return !(await isOrganization(organization));
  if (pathname.startsWith('/collections/')) {
    return withDeadline(async () => !(await isCollectionThere(await viewer(), pathname)));
  }
  if (pathname.startsWith('/moderation/')) return !isModerator(await withDeadline(viewer));
  if (!pathname.startsWith('/g/')) return false;
  return withDeadline(async () => !(await isThere(await viewer(), pathname)));
}

/** Whether any paper has an author of the name that an address ends with. */
async function namesAuthor(encoded: string): Promise<boolean> {
  const name = readName(encoded);
  return name !== null && isAuthor(name);
}

/** Where a filter is shown that can be read, if not here: a single condition has a stored page. */
function canonicalFilter({ search, searchParams }: URL): string | null {
  const asked = readFilter(searchParams, new Date().getUTCFullYear());
  if (!search || !asked.ok) return null;
  const path = feedPath(filterFeed(asked.filter), asked.page);
  return path === FILTER + search ? null : path;
}

export const config = {
  // Page by page: the page that says that there is none is a stored one and brings its own policy.
  matcher: [
    '/sign-in',
    '/sign-in/check-mail',
    '/sign-in/confirm',
    '/welcome',
    '/mailbox',
    '/comments/write',
    '/notifications',
    '/notifications/paper',
    '/settings/digests',
    '/settings/filters',
    '/settings/searches',
    '/subscribe',
    '/subscribe/confirm',
    '/subscribe/end',
    '/settings/notifications',
    '/unsubscribe',
    '/settings/account',
    '/settings/appearance',
    '/settings/delete',
    '/settings/email/confirm',
    '/settings/profile',
    '/settings/tokens',
    '/moderation/appeals',
    '/moderation/case',
    '/moderation/claims',
    '/settings/sessions',
    '/moderation/comment',
    '/moderation/collection',
    '/moderation/corrections',
    '/moderation/in-force',
    '/moderation/merge',
    '/moderation/organizations',
    '/moderation/paper',
    '/moderation/patterns',
    '/moderation/reader',
    '/moderation/reports',
    '/moderation/digests',
    '/moderation/roles',
    '/operations',
    '/moderation/submissions',
    '/report',
    '/orgs',
    '/orgs/join',
    '/org/:slug/manage',
    '/claim',
    '/correct',
    '/author/:name',
    '/submit',
    '/following',
    '/following/manage',
    '/following/paper',
    '/for-you',
    '/for-you/taste',
    '/groups',
    '/collections',
    '/collections/save',
    '/collections/:key',
    '/collections/:key/edit',
    '/g/join',
    '/g/:slug',
    '/g/:slug/manage',
    '/settings',
    '/papers/filter',
    '/search',
  ],
};
