/** Addresses that are personal, expensive or no pages. */
const NOT_FOR_THEM = [
  '/api/',
  '/collections$',
  '/collections/save',
  '/collections/*/edit',
  '/do/',
  '/dumps/',
  '/following',
  '/g/',
  '/groups',
  '/mail/',
  '/mailbox',
  '/me$',
  '/me/',
  '/moderation/',
  '/notifications',
  '/papers/filter',
  '/report',
  '/search',
  '/settings',
  '/sign-in',
  '/submit',
  '/welcome',
  '/*/export.',
];

/** Returns robots.txt (RFC 9309). Preview images are below their pages, so they can be fetched. */
export const robotsText = (url: string): string =>
  [
    'User-agent: *',
    ...NOT_FOR_THEM.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${url}/sitemap.xml`,
    '',
  ].join('\n');
