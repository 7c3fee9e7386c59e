import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const text = readFileSync('CONTRIBUTING.md', 'utf8');

it('lists every folder of lib, and no other', () => {
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
    // `lib/CONCEPT/verbs.ts` and `latex*.ts` are placeholders for several files.
    const named = paths.filter((path) => !/[A-Z]{3}|\*/.test(path));
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  },
);

it('has no file over 300 lines, tests included', () => {
  const folders = ['app', 'bench', 'components', 'db', 'e2e', 'lib', 'scripts'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const source = files.filter((path) => /\.(tsx?|[cm]?js|css)$/.test(path));
  const lines = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;
  expect(source.length).toBeGreaterThan(1_000);
  expect(source.filter((path) => lines(path) > 300)).toEqual([]);
});
