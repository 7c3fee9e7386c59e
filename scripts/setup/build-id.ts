import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Inputs of the build: source folders, and configuration files at the root. */
const FOLDERS = ['app', 'components', 'db', 'drizzle', 'lib', 'public'];
const ROOT_FILE = /^(package-lock\.json|tsconfig\.json|[\w.-]+\.(ts|mjs|cjs))$/;
const NOT_BUILT =
  /\.test\.tsx?$|^db\/(testing|demo|embedded)\/|^(vitest|playwright|drizzle)\.config\.ts$/;
/** Settings that are part of prerendered pages; the base URL is replaced when pages are served. */
const SETTING = /^SITE_(?!URL$)|^CODE_STARS$/;

export type Build = {
  /** SHA-256 of the sources, in hex. */
  sources: string;
  settings: Record<string, string>;
};

/** Returns the build of these sources and settings; the same on every machine. */
export function currentBuild(root = '.', variables: NodeJS.ProcessEnv = process.env): Build {
  const hash = createHash('sha256');
  for (const file of sources(root)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  const settings = Object.entries(variables).flatMap(([name, value]) =>
    SETTING.test(name) && value ? [[name, value] as const] : [],
  );
  return { sources: hash.digest('hex'), settings: Object.fromEntries(settings.sort()) };
}

/**
 * Returns the id of a build, used as Next's deployment id: instances with the same one serve each
 * other's pages, and an open page of another build reloads on navigation.
 */
export const buildIdOf = (build: Build): string => digest(build, 'id').toString('hex').slice(0, 20);

/**
 * Returns the key that Next mixes into the ids of server actions, so that every build of these
 * sources has the same ids. It is no secret: scripts/serve.ts sets the encryption key.
 */
export const encryptionKeyOf = (build: Build): string => digest(build, 'key').toString('base64');

const digest = ({ sources: from, settings }: Build, purpose: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([purpose, from, settings]))
    .digest();

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
