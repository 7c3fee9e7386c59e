import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = readFileSync('CONTRIBUTING.md', 'utf8');

it('maps every folder of lib, and no other', () => {
  const [, map = ''] = text.split('### The folders of `lib/`');
  const [rows = ''] = map.split('\nEvery folder');
  const listed = [...rows.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  const folders = readdirSync('lib', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(listed.toSorted()).toEqual(folders.toSorted());
});

it.each(['CONTRIBUTING.md', 'README.md', 'bench/README.md', 'docs/decisions.md', 'docs/api.md'])(
  '%s names only files that exist',
  (file) => {
    const paths = [
      ...readFileSync(file, 'utf8').matchAll(
        /`((?:app|bench|components|db|e2e|lib|scripts)\/[^`\s…]*\.\w+)`/g,
      ),
    ].map(([, path = '']) => path);
    // `lib/CONCEPT/verbs.ts` and `latex*.ts` stand for several files.
    const named = paths.filter((path) => !/[A-Z]{3}|\*/.test(path));
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  },
);
