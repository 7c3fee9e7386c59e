/** What answers one reader, costs more than a page, or is no page: not for search engines. */
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

/** RFC 9309. Pictures of pages stand below the pages and may be read. */
export const robotsText = (url: string): string =>
  [
    'User-agent: *',
    ...NOT_FOR_THEM.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${url}/sitemap.xml`,
    '',
  ].join('\n');
