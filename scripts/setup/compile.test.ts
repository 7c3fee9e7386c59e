import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile, isCompiled, programNames } from './compile.mjs';

// Inside the project, so that packages resolve.
const parent = path.resolve('node_modules', '.cache');
let folder = '';
let imports: string[] = [];

beforeAll(async () => {
  mkdirSync(parent, { recursive: true });
  folder = path.relative('.', mkdtempSync(path.join(parent, 'compiled-')));
  imports = await compile('.', folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });

it('compiles each program of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const started = Object.values<string>(scripts).flatMap(
    (script) => /run\.mjs (\w+)/.exec(script)?.[1] ?? [],
  );
  expect(started.length).toBeGreaterThan(8);
  expect(programNames).toEqual(expect.arrayContaining(started));
  for (const name of programNames) expect(existsSync(path.join(folder, `${name}.mjs`))).toBe(true);
});

it('imports only modules that Node resolves without tsx', () => {
  const missing = node(`
    import { existsSync } from 'node:fs';
    import { fileURLToPath } from 'node:url';
    import { isBuiltin } from 'node:module';
    const there = (name) => {
      try {
        const url = import.meta.resolve(name);
        return url.startsWith('node:') || existsSync(fileURLToPath(url));
      } catch { return false; }
    };
    console.log(${JSON.stringify(imports)}.filter((name) => !isBuiltin(name) && !there(name)).join());`);
  expect(imports).toContain('next');
  expect(missing.trim()).toBe('');
});

it('maps stack traces to the sources', () => {
  const map = JSON.parse(readFileSync(path.join(folder, 'serve.mjs.map'), 'utf8'));
  expect(map.sources.some((source: string) => source.endsWith('scripts/serve.ts'))).toBe(true);
  expect(readFileSync(path.join(folder, 'serve.mjs'), 'utf8')).toContain('sourceMappingURL');
});

it('is stale once a source has changed', () => {
  expect(isCompiled('.', folder)).toBe(true);
  const inputs = JSON.parse(readFileSync(path.join(folder, 'inputs.json'), 'utf8'));
  expect(Object.keys(inputs)).toEqual(
    expect.arrayContaining(['lib/markup/worker.ts', 'scripts/serve.ts', 'package-lock.json']),
  );
  const stamp = path.join(folder, 'inputs.json');
  const changed = readFileSync(stamp, 'utf8').replace(/("scripts\/serve\.ts":")\d+/, '$11');
  writeFileSync(stamp, changed);
  expect(isCompiled('.', folder)).toBe(false);
});

it('is stale if there is no output', () => {
  expect(isCompiled('.', path.join(folder, 'nowhere'))).toBe(false);
});
