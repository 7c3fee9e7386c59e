import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Build, buildIdOf, currentBuild, encryptionKeyOf } from './build-id';
import { compile } from './compile.mjs';

const STAMP = path.join('.next', 'papertide-build.json');
/** Stores the base URL used in prerendered pages; cache-handler.mjs replaces it. */
const ADDRESS = path.join('.next', 'papertide-address');
/** Constant, so that builds for different addresses are identical. */
const BUILD_ADDRESS = 'http://localhost:3000';

/** Whether `.next` holds a build of exactly these sources and settings. */
export const isBuildCurrent = (): boolean => buildProblem() === null;

/** Returns why the build in `root` cannot be served, as a message for the operator, or null. */
export function buildProblem(root = '.', settings = process.env): string | null {
  const stamp = path.join(root, STAMP);
  if (!existsSync(path.join(root, '.next', 'BUILD_ID')) || !existsSync(stamp)) {
    return 'There is no build.';
  }
  const built: Build = JSON.parse(readFileSync(stamp, 'utf8'));
  const wanted = currentBuild(root, settings);
  if (built.sources !== wanted.sources) return 'The build is of other sources.';
  const names = Object.keys({ ...built.settings, ...wanted.settings });
  const changed = names.filter((name) => built.settings[name] !== wanted.settings[name]);
  if (changed.length === 0) return null;
  return `The build was made with another value of ${changed.sort().join(', ')}.`;
}

/** Progress lines of a build; the rest is a table of all routes. */
const PROGRESS = /^\s*(Creating an|✓ Compiled|Collecting page|✓ Generating|Finalizing page)/;

/** Returns what a quiet build prints for a line of Next's output, or null for nothing. */
export const progressOf = (line: string): string | null =>
  PROGRESS.test(line) ? `  ${line.trim()}` : null;

/** Prints the progress as it arrives; returns a function that gives the whole output. */
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
 * prints its progress, and the whole output on failure.
 */
export async function build({ quiet = false } = {}): Promise<number> {
  rmSync(STAMP, { force: true });
  const made = currentBuild();
  const cli = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [cli, 'build'], {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: buildEnvironment(made),
  });
  const output = follow(child);
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    // On `close` instead of `exit`, since output may arrive in between.
    child.once('close', (status) => resolve(status ?? 1));
  });
  process.off('SIGINT', forward).off('SIGTERM', forward);
  if (code !== 0) process.stderr.write(output());
  if (code === 0) {
    await compile();
    mkdirSync('.next', { recursive: true });
    writeFileSync(ADDRESS, BUILD_ADDRESS);
    writeFileSync(STAMP, JSON.stringify(made));
  }
  return code;
}

/** Passes no secrets and no site address to the build. */
function buildEnvironment(made: Build): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Empty instead of unset, because Next fills in unset variables from `.env`.
    DATABASE_URL: '',
    AUTH_SECRET: '',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    SITE_URL: BUILD_ADDRESS,
    NEXT_DEPLOYMENT_ID: buildIdOf(made),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: encryptionKeyOf(made),
  };
}
