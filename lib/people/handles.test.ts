import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { handleProblem, proposeHandles } from './handles';
import { RESERVED } from './reserved';
import { HANDLE_PATTERN, handle } from './schema';

describe('a handle', () => {
  it.each([
    ['ada', 'ada'],
    ['  Ada-L ', 'ada-l'],
    ['a1', 'a1'],
    ['a_b-c', 'a_b-c'],
    ['9'.repeat(30), '9'.repeat(30)],
  ])('%j is %j', (text, kept) => {
    expect(handle.parse(text)).toBe(kept);
  });

  it.each([
    '',
    'a',
    'a'.repeat(31),
    '-ada',
    'ada-',
    '_a',
    'a.b',
    'a b',
    'адa',
    'ａｄａ',
    'ada\n!',
    'ad\u202ea',
  ])('is not %j', (text) => {
    expect(handle.safeParse(text).success).toBe(false);
    expect(handleProblem(text, 'invalid')).toMatch(/\w/);
  });

  it('is none of the names of pages and roles', () => {
    const routes = ['app', 'app/(public)', 'app/(personal)']
      .flatMap((folder) => readdirSync(folder, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name))
      .map((entry) => entry.name);
    expect(routes).toContain('sign-in');
    for (const name of [...routes, 'Admin', 'MODERATOR', 'papertide', 'null', 'www']) {
      expect(handle.safeParse(name).success, name).toBe(false);
    }
  });

  it('is validated by the browser like by the server', () => {
    const browser = new RegExp(`^(?:${HANDLE_PATTERN})$`, 'v');
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{2,30}$/), (text) => {
        const name = text.toLowerCase();
        if (!RESERVED.has(name)) expect(browser.test(text)).toBe(handle.safeParse(text).success);
      }),
    );
  });
});

describe('proposeHandles', () => {
  it('uses the name, then the address', () => {
    expect(proposeHandles('Ada King Lovelace', 'countess+x@example.org').slice(0, 5)).toEqual([
      'ada-king-lovelace',
      'ada-lovelace',
      'alovelace',
      'countess',
      'ada',
    ]);
    expect(proposeHandles('Émilie du Châtelet', null)[0]).toBe('emilie-du-chatelet');
    expect(proposeHandles('王小云', 'wang@example.org')[0]).toBe('wang');
    expect(proposeHandles(null, 'admin@example.org')[0]).toBe('admin2');
    expect(proposeHandles(null, null)).toEqual([]);
  });

  it('proposes valid handles only, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.emailAddress(), (name, email) => {
        const proposals = proposeHandles(name, email);
        expect(new Set(proposals).size).toBe(proposals.length);
        for (const proposal of proposals) expect(handle.parse(proposal)).toBe(proposal);
      }),
    );
  });
});
