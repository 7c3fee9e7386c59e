/** The shape of a slug, in any case; imported ones may have dots and underscores. */
export const ORGANIZATION_SLUG = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/;

/** The target of a form without a slug: no organization gets this one. */
export const NO_SLUG = 'none';

export type OrganizationOrder = 'trending' | 'new';

const withQuery = (path: string, query: Record<string, string>): string => {
  const filled = Object.entries(query).filter(([, value]) => value);
  return filled.length ? `${path}?${new URLSearchParams(filled)}` : path;
};

/** An organization's page; the address of page 1 has no number. */
export function organizationPath(
  slug: string,
  order: OrganizationOrder = 'trending',
  page = 1,
): string {
  const base = `/org/${slug.toLowerCase()}${order === 'new' ? '/new' : ''}`;
  return page > 1 ? `${base}/${page}` : base;
}

export const organizationManagePath = (slug: string, query: Record<string, string> = {}): string =>
  withQuery(`${organizationPath(slug)}/manage`, query);
export const organizationsPath = (query: Record<string, string> = {}): string =>
  withQuery('/orgs', query);
export const organizationJoinPath = (token: string, query: Record<string, string> = {}): string =>
  withQuery('/orgs/join', { token, ...query });
export const ORGANIZATION_REQUESTS_PATH = '/moderation/organizations';
