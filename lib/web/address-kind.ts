/**
 * What an address is for. A closed set: metrics have one series per kind, and admission control
 * ranks requests by it.
 */
export const ADDRESS_KINDS = [
  'health',
  'asset',
  'api',
  'mcp',
  'feed',
  'export',
  'card',
  'search',
  'list',
  'paper',
  'profile',
  'me',
  'form',
  'sign-in',
  'internal',
  'other',
] as const;

export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** The first pattern that matches a path decides. */
const KINDS: [AddressKind, RegExp][] = [
  ['health', /^\/(?:livez|readyz|version)$/],
  ['asset', /^\/(?:_next|pictures)\/|^\/[^/]+\.(?:svg|png|ico|js|webmanifest|txt|xml)$/],
  ['internal', /^\/api\/internal(?:\/|$)/],
  ['mcp', /^\/api\/mcp$/],
  ['sign-in', /^\/(?:api\/auth|sign-in|welcome)(?:\/|$)/],
  ['api', /^\/api(?:\/|$)/],
  ['me', /^\/me(?:\/|$)/],
  ['form', /^\/(?:do|mail)\//],
  ['export', /\/export\.(?:bib|ris|csl\.json|csv)$|^\/(?:dumps|unapi|sitemaps)(?:\/|$)/],
  ['card', /\/(?:card\.png|badge\.svg)$/],
  ['feed', /\.(?:rss|atom|json|opml)$/],
  ['search', /^\/(?:search|papers\/filter|author\/[^/]+)$/],
  ['list', /^\/$|^\/papers$|^\/papers\/(?:trending|new|date|week|month)(?:\/|$)|^\/topics(?:\/|$)/],
  ['list', /^\/(?:orgs|collections|comments)$/],
  ['paper', /^\/(?:papers|comments)\//],
  ['profile', /^\/(?:u|org|collections)\//],
];

/** Returns the kind of a request's target, with or without a query. */
export function addressKind(url: string): AddressKind {
  const [path = ''] = url.split('?', 1);
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
}
