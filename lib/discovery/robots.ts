/** Addresses that are personal, expensive or no pages. */
const NOT_FOR_THEM = [
  '/api/',
  '/author/',
  '/claim',
  '/collections$',
  '/collections/save',
  '/collections/*/edit',
  '/correct',
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
  '/unapi',
  '/welcome',
  // A paper's own page has its discussion; its threads and orders of them are without end.
  '/*/discussion/',
  '/*/thread/',
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
