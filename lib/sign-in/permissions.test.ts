import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTIONS, ROUTES, VERBS, WITHOUT_VIEWER } from './permissions';

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

describe('the permission table', () => {
  it('has every server action, and no other', () => {
    const names = actionFiles.flatMap(({ text }) =>
      all(text, /defineAction\(\{\s*name: '([^']+)'/g),
    );
    expect(sorted(names)).toEqual(sorted(Object.keys(ACTIONS)));
  });

  it('knows all actions: they are made by the wrapper, in actions.ts, and nowhere else', () => {
    for (const { file, text } of actionFiles) {
      const made = all(text, /^export const \w+ = (\w+)\(/gm);
      expect(made, file).toEqual(all(text, /^export (?!type )(.*)/gm).map(() => 'defineAction'));
      expect(all(text, /(name: ')/g).length, file).toBe(made.length);
    }
    const serverFiles = matching(/./).filter(({ text }) => /^\s*['"]use server['"]/m.test(text));
    expect(sorted(serverFiles.map(({ file }) => file))).toEqual(
      sorted(actionFiles.map(({ file }) => file)),
    );
  });

  it('has every method of every route handler, and no other', () => {
    const routes = matching(/^app\/(.*\/)?route\.tsx?$/).flatMap(({ file, text }) => {
      const address = file.replace(/^app|\/route\.tsx?$|\/\([^/]+\)/g, '') || '/';
      const methods = all(
        text,
        /^export (?:const|(?:async )?function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm,
      );
      const exports = all(
        text,
        /^export (?!type |const (?:dynamic|revalidate|maxDuration)\b)(.*)/gm,
      );
      expect(methods.length, `${file} exports its methods plainly`).toBe(exports.length);
      return methods.map((method) => `${method} ${address}`);
    });
    expect(sorted(routes)).toEqual(sorted(Object.keys(ROUTES)));
  });

  it('has every function of every service, and no other', () => {
    const functions = matching(/^lib\/[^/]+\/service\.ts$/).flatMap(({ file, text }) =>
      all(text, /^export (?:async )?function\*? ?(\w+)/gm)
        .concat(all(text, /^export const (\w+) = (?:async )?\(/gm))
        .map((name) => `${file.split('/')[1]}/${name}`),
    );
    expect(sorted(functions)).toEqual(
      sorted([...Object.keys(VERBS), ...Object.keys(WITHOUT_VIEWER)]),
    );
  });

  it('lets each action and route go to the verb that it names', () => {
    const deciding = Object.values(ROUTES).filter((access) => typeof access === 'string');
    for (const verb of [...Object.values(ACTIONS), ...deciding]) {
      expect(VERBS).toHaveProperty([verb]);
      const [concept, name] = verb.split('/');
      const callers = [
        ...actionFiles,
        ...matching(/^app\/.*route\.tsx?$|^lib\/programs\/api\/operations\//),
      ].filter(({ text }) =>
        new RegExp(`import [^;]*\\b${name}\\b[^;]*(\\./|${concept}/)service'`).test(text),
      );
      expect(callers.length, `${verb} is called`).toBeGreaterThan(0);
    }
  });
});
