import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '@/lib/programs/api/operations';
import { ACCESS } from '@/lib/web/access';
import { listVerbs } from './find';
import { ROUTES, SERVICE_ONLY, WITHOUT_VIEWER } from './permissions';

const files = ['app', 'components', 'lib'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)),
);
const matching = (pattern: RegExp) =>
  files.filter((file) => pattern.test(file)).map((file) => ({ file, text: read(file) }));
const read = (file: string) => readFileSync(file, 'utf8');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');
const sorted = (names: Iterable<string>) => [...names].sort();

const actionFiles = matching(/^lib\/[^/]+\/actions\.ts$/);
const METHOD = '(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)';

/** Returns the methods of a route file that are neither a verb's nor an operation's. */
function methodsIn({ file, text }: { file: string; text: string }): string[] {
  const exports = all(text, /^export (?!type |const (?:dynamic|revalidate|maxDuration)\b)(.*)/gm);
  if (/\{ GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS \} = serveOperations\(/.test(text))
    return [];
  // These respond with 404 or a redirect.
  if (file.endsWith('[...missing]/route.ts')) return [];
  if (text.includes('methodsOf(')) {
    expect(exports.length, file).toBe(1);
    const [, given = ''] = text.split('methodsOf(');
    return all(given, new RegExp(`(?:^|[{,])\\s*${METHOD}: (?!defineRoute\\(verbs\\.)`, 'gm'));
  }
  const methods = all(text, new RegExp(`^export (?:const|(?:async )?function) ${METHOD}\\b`, 'gm'));
  expect(methods.length, `${file} exports its methods plainly`).toBe(exports.length);
  return methods;
}

describe('the permission table', () => {
  it('has every verb, under the name it is called by', async () => {
    const verbs = await listVerbs();
    expect(verbs.length).toBeGreaterThan(80);
    for (const { name, who } of verbs) {
      expect(ACCESS, name).toHaveProperty(who);
      expect(name).toMatch(/^[a-z-]+\/[a-zA-Z]+$/);
    }
  });

  it('has all actions: they are made of verbs, in actions.ts, and nowhere else', () => {
    for (const { file, text } of actionFiles) {
      const made = all(text, /^export const \w+Action = (defineAction\(verbs\.\w+\));$/gm);
      expect(made.length, file).toBe(all(text, /^export (?!type )(.*)/gm).length);
    }
    const serverFiles = matching(/./).filter(({ text }) => /^\s*['"]use server['"]/m.test(text));
    expect(sorted(serverFiles.map(({ file }) => file))).toEqual(
      sorted(actionFiles.map(({ file }) => file)),
    );
  });

  it('has every method of every route handler without a verb, and no other', () => {
    const routes = matching(/^app\/(.*\/)?route\.tsx?$/).flatMap((route) => {
      const address = route.file.replace(/^app|\/route\.tsx?$|\/\([^/]+\)/g, '') || '/';
      return methodsIn(route).map((method) => `${method} ${address}`);
    });
    expect(sorted(routes)).toEqual(sorted(Object.keys(ROUTES)));
  });

  it('lets no operation of the API write without a token', () => {
    for (const { id, method, scope } of OPERATIONS) {
      if (method !== 'GET') expect(scope, id).toBeDefined();
    }
  });

  it('has every function of every service, and no other', async () => {
    const functions = matching(/^lib\/[^/]+\/service\.ts$/).flatMap(({ file, text }) =>
      all(text, /^export (?:async )?function\*? ?(\w+)/gm)
        .concat(all(text, /^export const (\w+) = (?:async )?\(/gm))
        .map((name) => `${file.split('/')[1]}/${name}`),
    );
    const verbs = (await listVerbs()).map(({ name }) => name);
    expect(sorted(functions)).toEqual(
      sorted([...verbs, ...Object.keys(SERVICE_ONLY), ...Object.keys(WITHOUT_VIEWER)]),
    );
  });
});
