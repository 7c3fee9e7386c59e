import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildProblem } from './build';
import { buildIdOf, currentBuild, encryptionKeyOf } from './build-id';

let one = '';
let other = '';
beforeEach(() => {
  one = mkdtempSync(path.join(os.tmpdir(), 'papertide-build-'));
  other = mkdtempSync(path.join(os.tmpdir(), 'papertide-build-'));
  mkdirSync(path.join(one, 'app/deep'), { recursive: true });
  for (const file of ['next.config.ts', 'package-lock.json', 'app/page.tsx', 'app/deep/a.ts']) {
    writeFileSync(path.join(one, file), `text of ${file}`);
  }
  writeFileSync(path.join(one, 'app/page.test.tsx'), 'a test');
  cpSync(one, other, { recursive: true });
});
afterEach(() => {
  for (const folder of [one, other]) rmSync(folder, { recursive: true });
});

const idsOf = (root: string, settings: Record<string, string> = {}) => {
  const build = currentBuild(root, { NODE_ENV: 'test', ...settings });
  return [buildIdOf(build), encryptionKeyOf(build)];
};

describe('the id and the key of a build', () => {
  it('are valid for Next', () => {
    const [id = '', key = ''] = idsOf(one);
    expect(id).toMatch(/^[a-z0-9]{20}$/);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
  });

  it.each<[string, () => void, Record<string, string>]>([
    ['in another folder', () => {}, {}],
    ['with other times', () => utimesSync(path.join(other, 'app/page.tsx'), 1, 1), {}],
    ['with other tests', () => writeFileSync(path.join(other, 'app/page.test.tsx'), 'x'), {}],
    ['for another address', () => {}, { SITE_URL: 'https://papers.example.org', PORT: '80' }],
    ['with other secrets', () => {}, { AUTH_SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://x' }],
    ['with an empty setting', () => {}, { SITE_NAME: '' }],
  ])('are the same %s', (_, change, settings) => {
    change();
    expect(idsOf(other, settings)).toEqual(idsOf(one));
  });

  it.each<[string, () => void, Record<string, string>]>([
    ['a source', () => writeFileSync(path.join(other, 'app/deep/a.ts'), 'x'), {}],
    ['a package', () => writeFileSync(path.join(other, 'package-lock.json'), 'x'), {}],
    ['a new file', () => writeFileSync(path.join(other, 'app/deep/b.ts'), ''), {}],
    ['a setting of pages', () => {}, { SITE_NAME: 'Preprints' }],
  ])('change with %s', (_, change, settings) => {
    change();
    const [id, key] = idsOf(other, settings);
    expect([id, key]).not.toContain(idsOf(one)[0]);
    expect([id, key]).not.toContain(idsOf(one)[1]);
  });
});

describe('a served build', () => {
  const build = (settings: Record<string, string>) => {
    mkdirSync(path.join(one, '.next'));
    writeFileSync(path.join(one, '.next/BUILD_ID'), 'x');
    const made = currentBuild(one, { NODE_ENV: 'test', ...settings });
    writeFileSync(path.join(one, '.next/papertide-build.json'), JSON.stringify(made));
  };
  const problem = (settings: Record<string, string>) =>
    buildProblem(one, { NODE_ENV: 'test', ...settings });

  it('must exist', () => expect(problem({})).toBe('There is no build.'));

  it('must match the sources and settings, but not the address', () => {
    build({ SITE_NAME: 'Preprints' });
    expect(problem({ SITE_NAME: 'Preprints', SITE_URL: 'https://x.org' })).toBeNull();
    expect(problem({ SITE_CONTACT: 'a@x.org' })).toBe(
      'The build was made with another value of SITE_CONTACT, SITE_NAME.',
    );
    writeFileSync(path.join(one, 'app/page.tsx'), 'x');
    expect(problem({ SITE_NAME: 'Preprints' })).toBe('The build is of other sources.');
  });
});
