import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { compile } from './compile.mjs';

/** What stands in the build: source folders, and the files at the root that tools read. */
const FOLDERS = ['app', 'components', 'db', 'drizzle', 'lib', 'public'];
const ROOT_FILE = /^(package-lock\.json|tsconfig\.json|[\w.-]+\.(ts|mjs|cjs))$/;
const NOT_BUILT =
  /\.test\.tsx?$|^db\/(testing|demo|embedded)\/|^(vitest|playwright|drizzle)\.config\.ts$/;
const STAMP = path.join('.next', 'papertide-build');
/** The address of the site that pages made at build name; cache-handler.mjs replaces it. */
const ADDRESS = path.join('.next', 'papertide-address');

/** Whether `.next` holds a build of exactly these sources with these settings. */
export function isBuildCurrent(): boolean {
  return (
    existsSync(path.join('.next', 'BUILD_ID')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === buildHash()
  );
}

/** Lines of a build that tell how far it is; the rest is a table of all routes. */
const PROGRESS = /^\s*(Creating an|✓ Compiled|Collecting page|✓ Generating|Finalizing page)/;

/** What a quiet build shows of a line that Next prints, or null for nothing. */
export const progressOf = (line: string): string | null =>
  PROGRESS.test(line) ? `  ${line.trim()}` : null;

/** Prints the progress as it comes; returns a function that gives the whole output. */
function follow(child: ChildProcess): () => string {
  let output = '';
  const watch = (stream: Readable | null) => {
    if (!stream) return;
    createInterface({ input: stream }).on('line', (line) => {
      output += `${line}\n`;
      const progress = progressOf(line);
      if (progress) console.log(progress);
    });
  };
  watch(child.stdout);
  watch(child.stderr);
  return () => output;
}

/**
 * Builds the site; resolves to the exit code. It needs no database and gets none. A quiet build
 * prints its progress, and everything if it fails.
 */
export async function build({ quiet = false } = {}): Promise<number> {
  rmSync(STAMP, { force: true });
  const hash = buildHash();
  const { DATABASE_URL: _, ...rest } = process.env;
  const cli = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [cli, 'build'], {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...rest, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const output = follow(child);
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    // Closed, not only ended: until then lines may come.
    child.once('close', (status) => resolve(status ?? 1));
  });
  process.off('SIGINT', forward).off('SIGTERM', forward);
  if (code !== 0) process.stderr.write(output());
  if (code === 0) {
    await compile();
    mkdirSync('.next', { recursive: true });
    const { SITE_URL, PORT = '3000' } = process.env;
    writeFileSync(ADDRESS, (SITE_URL ?? `http://localhost:${PORT}`).replace(/\/$/, ''));
    writeFileSync(STAMP, hash);
  }
  return code;
}

/**
 * Settings count too: the page for unknown addresses is rendered at build and carries the site's
 * name. Its address is replaced when pages are served (cache-handler.mjs).
 */
export function buildHash(root = '.', settings: NodeJS.ProcessEnv = process.env): string {
  const hash = createHash('sha256');
  for (const file of sources(root)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  for (const name of Object.keys(settings).sort()) {
    if (/^SITE_(?!URL$)|^CODE_STARS$/.test(name)) hash.update(`${name}=${settings[name]}\0`);
  }
  return hash.digest('hex');
}

function sources(root: string): string[] {
  const files = readdirSync(root).filter((name) => ROOT_FILE.test(name));
  for (const folder of FOLDERS) {
    if (!existsSync(path.join(root, folder))) continue;
    const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const file = path.relative(root, path.join(entry.parentPath, entry.name));
      files.push(file.split(path.sep).join('/'));
    }
  }
  return files.filter((file) => !NOT_BUILT.test(file) && file !== 'next-env.d.ts').sort();
}
