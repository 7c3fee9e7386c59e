import { readFileSync } from 'node:fs';

/** A package in package-lock.json (version 3); only the fields we use. */
export type LockedPackage = {
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  license?: string;
  engines?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

export type Lockfile = { packages: Record<string, LockedPackage> };

export const LOCKFILE = 'package-lock.json';

export const readLockfile = (file = LOCKFILE): Lockfile => JSON.parse(readFileSync(file, 'utf8'));

/** Returns the package's name: `@b/c` for `node_modules/a/node_modules/@b/c`. */
export const nameOf = (path: string, locked: LockedPackage): string =>
  locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Resolves `name` from the package at `from` as Node does: the closest entry, or null. */
export function resolveFrom(lockfile: Lockfile, from: string, name: string): string | null {
  let folder = from;
  for (;;) {
    const path = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`;
    if (lockfile.packages[path]) return path;
    if (!folder) return null;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut < 0 ? '' : folder.slice(0, cut);
  }
}

export type Missing = { parent: string; name: string; range: string };

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/** Returns optional dependencies that have no entry in the lockfile. */
export function missingOptional(lockfile: Lockfile): Missing[] {
  const missing: Missing[] = [];
  for (const [parent, locked] of Object.entries(lockfile.packages)) {
    for (const [name, range] of Object.entries(locked.optionalDependencies ?? {})) {
      const found = resolveFrom(lockfile, parent, name);
      const version = found && lockfile.packages[found]?.version;
      if (!version || (EXACT.test(range) && version !== range)) {
        missing.push({ parent, name, range });
      }
    }
  }
  return missing;
}
