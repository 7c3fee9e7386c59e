import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { parseEmail } from './email-address';

it.each([
  ['ada@example.org', 'ada@example.org'],
  ['  Ada.Lovelace+papers@Example.ORG ', 'ada.lovelace+papers@example.org'],
  ['ada@münchen.example', 'ada@xn--mnchen-3ya.example'],
  ['ada@MÜNCHEN.example', 'ada@xn--mnchen-3ya.example'],
  ["o'brien@example.org", "o'brien@example.org"],
  ['a@sub.domain.example.org', 'a@sub.domain.example.org'],
])('takes %j as %j', (text, address) => {
  expect(parseEmail(text)).toBe(address);
  expect(parseEmail(address)).toBe(address);
});

it.each([
  '',
  'ada',
  '@example.org',
  'ada@',
  'ada@localhost',
  'ada@example.org,eve@evil.example',
  'ada@example.org, eve@evil.example',
  'ada@example.org;eve@evil.example',
  'ada@example.org eve@evil.example',
  'ada@example.org\neve@evil.example',
  'ada@example.org\r\nBcc: eve@evil.example',
  'ada@evil.example@example.org',
  '"ada@evil.example"@example.org',
  '"ada"@example.org',
  'Ada <ada@example.org>',
  '<ada@example.org>',
  'ada(comment)@example.org',
  'ada@example.org(comment)',
  'ada@[192.0.2.1]',
  'ada@192.0.2.1',
  'ada@0x7f.1',
  'ada@example.org:25',
  'ada@example.org/path',
  'ada@exam%70le.org',
  'ada@-example.org',
  'ada@example..org',
  '.ada@example.org',
  'ada.@example.org',
  'a..da@example.org',
  'ädä@example.org',
  '\u212Aay@example.org',
  'kay@example.\u212Aom',
  'kay@\u212Aexample.org',
  'kay@e\u017Fample.org',
  'kay@\uFB01sh.example',
  'kay@\uFF45xample.org',
  'kay@ex\u0430mple.org',
  'kay@\u03BFrange.example',
  'ada\u0000@example.org',
  'ada\uFF20example.org',
  'group:ada@example.org;',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(64)}.org`,
  `${'a'.repeat(60)}@${'b.'.repeat(120)}org`,
  undefined,
  ['ada@example.org'],
])('refuses %j', (text) => {
  expect(parseEmail(text)).toBeNull();
});

it('returns exactly one plain address, or null, for any input', () => {
  const piece = fc.constantFrom(
    'a',
    '@',
    '.',
    ',',
    ' ',
    '"',
    '<',
    '>',
    '\n',
    'org',
    'ü',
    ';',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((all) => all.join('')),
        fc.emailAddress(),
      ),
      (text) => {
        const address = parseEmail(text);
        if (address !== null)
          expect(address).toMatch(/^[^\s@,;:"<>()[\]\\]+@[a-z0-9.-]+\.[a-z0-9-]+$/);
      },
    ),
    { numRuns: 3000 },
  );
});
