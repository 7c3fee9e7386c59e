import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Folder of compiled programs; not in `.next`, which Next empties for each build. */
export const COMPILED = 'dist';
const STAMP = 'inputs.json';

/** Each is one file, so that a running program never misses a chunk that a later build replaced. */
const ENTRIES = {
  ...Object.fromEntries(
    'admin backup check demo dump import load migrate recount reindex restore serve start worker'
      .split(' ')
      .map((name) => [name, `scripts/${name}.ts`]),
  ),
  // A separate file, because it must be loaded after Next's server.
  api: 'scripts/serve/api.ts',
  'markup-worker': 'lib/markup/worker.ts',
  'picture-decoder': 'lib/pictures/decoder.ts',
};

export const programNames = Object.keys(ENTRIES);

/**
 * Whether the compiled programs match the current sources: compares size and modification time of
 * every input file, and the lockfile.
 */
export function isCompiled(root = '.', folder = COMPILED) {
  const file = path.join(root, folder, STAMP);
  if (!existsSync(file)) return false;
  const inputs = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(inputs).every(([input, known]) => versionOf(root, input) === known);
}

function versionOf(root, file) {
  const found = statSync(path.join(root, file), { throwIfNoEntry: false });
  return found ? `${found.size} ${Math.floor(found.mtimeMs)}` : null;
}

/**
 * Compiles every program to `dist/NAME.mjs` and returns the modules they import. Packages are
 * external and loaded from node_modules.
 */
export async function compile(root = '.', folder = COMPILED) {
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    absWorkingDir: path.resolve(root),
    entryPoints: ENTRIES,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'error',
    plugins: [nextEndings],
  });
  mkdirSync(path.join(root, folder), { recursive: true });
  for (const { path: file, contents } of outputFiles) replace(file, contents);
  const inputs = [
    ...Object.keys(metafile.inputs),
    'package-lock.json',
    'scripts/setup/compile.mjs',
  ];
  const versions = Object.fromEntries(inputs.map((input) => [input, versionOf(root, input)]));
  replace(path.join(root, folder, STAMP), JSON.stringify(versions));
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return [...new Set(imports.filter(({ external }) => external).map((one) => one.path))];
}

/** Atomically, so that a program starting meanwhile reads either the old or the new file. */
function replace(file, contents) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, contents);
  renameSync(own, file);
}

/** Next has no `exports`, so Node needs the file extension of its parts (`next/cache`). */
const nextEndings = {
  name: 'next-endings',
  setup(build) {
    build.onResolve({ filter: /^next\/cache$/ }, () => ({
      path: path.resolve('scripts/setup/no-cache.mjs'),
    }));
    build.onResolve({ filter: /^next\/link$/ }, () => ({
      path: path.resolve('scripts/setup/plain-link.mjs'),
    }));
    build.onResolve({ filter: /^next\/[\w/-]+$/ }, ({ path: name }) => ({
      path: `${name}.js`,
      external: true,
    }));
  },
};
