import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { returnPath } from './return-path';

const site = 'https://papers.example';
const from = (wanted: unknown) => returnPath(wanted, site);

describe('returnPath', () => {
  it.each([
    ['/papers/2201.04388', '/papers/2201.04388'],
    ['/papers/hep-th/9901001?x=1#comments', '/papers/hep-th/9901001?x=1#comments'],
    ['https://papers.example/papers/new', '/papers/new'],
    ['HTTPS://PAPERS.EXAMPLE:443/papers/new', '/papers/new'],
    ['/a/../papers', '/papers'],
    ['/?next=//evil.example', '/?next=//evil.example'],
  ])('keeps %s', (wanted, path) => {
    expect(from(wanted)).toBe(path);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/\u0000/evil.example',
    'https://evil.example/',
    'http://papers.example/',
    'https://papers.example.evil.example/',
    'https://papers.example@evil.example/',
    'https://user:word@papers.example/',
    'https://papers.example:444/',
    'https:/evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//papers.example',
    'data:text/html,x',
    'blob:https://papers.example/x',
    'ftp://papers.example/',
    'evil.example',
    '@evil.example',
    '.evil.example',
    '?x',
    '#x',
    '',
    '/api/auth/signout',
    '/sign-in?from=/sign-in',
    `/${'a'.repeat(3000)}`,
    undefined,
    null,
    ['/papers'],
    { toString: () => '/papers' },
  ])('replaces %j by the front page', (wanted) => {
    expect(from(wanted)).toBe('/');
  });

  it('never leaves the site, for any combination of pieces', () => {
    const piece = fc.constantFrom(
      ...['/', '//', '\\', '.', '..', '/.', '@', ':', '?', '#', '%2f', '%5c', '%2e', '%00', '\t'],
      ...[
        '\r\n',
        ' ',
        'https:',
        'javascript:',
        'evil.example',
        'papers.example',
        '\u3002',
        '\uff0f',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((all) => all.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (wanted) => {
          const path = from(wanted);
          expect(path).toMatch(/^\/(?![/\\])/);
          expect(new URL(path, site).origin).toBe(site);
          expect(from(path)).toBe(path);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
