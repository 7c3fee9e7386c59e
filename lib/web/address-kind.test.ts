import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { ADDRESS_KINDS, addressKind } from './address-kind';

it.each([
  ['/readyz', 'health'],
  ['/_next/static/chunks/a.js', 'asset'],
  ['/sw.js', 'asset'],
  ['/api/papers/search?q=a', 'api'],
  ['/api/mcp', 'mcp'],
  ['/api/auth/session', 'sign-in'],
  ['/api/internal/revalidate', 'internal'],
  ['/me/votes?ids=1', 'me'],
  ['/do/votes/set', 'form'],
  ['/search?q=a', 'search'],
  ['/search.rss?q=a', 'feed'],
  ['/papers/filter?year=2020', 'search'],
  ['/papers/2201.04388/export.bib', 'export'],
  ['/papers/2201.04388/card.png', 'card'],
  ['/', 'list'],
  ['/?utm=1', 'list'],
  ['/papers/date/2026-07-25', 'list'],
  ['/papers/2201.04388', 'paper'],
  ['/papers/hep-th/9901001', 'paper'],
  ['/u/ada', 'profile'],
  ['/wp-login.php', 'other'],
])('%s is %s', (url, kind) => expect(addressKind(url)).toBe(kind));

it('has a closed set of kinds, whatever is requested', () => {
  fc.assert(
    fc.property(fc.string(), (rest) => {
      expect(ADDRESS_KINDS).toContain(addressKind(`/${rest}`));
    }),
  );
});
