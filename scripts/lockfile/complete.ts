import { type Platform, platformOf } from './platform';
import { type LockedPackage, type Lockfile, type Missing, missingOptional } from './tree';

/** A registry's data of one version; null if it lacks the version or is unreachable. */
export type Published = Platform & { integrity?: string };
export type Lookup = (name: string, version: string) => Promise<Published | null>;

const lowest = (range: string): string => range.replace(/^[~^>=v\s]+/, '').split(/[\s|]/)[0] ?? '';

/** Returns the top-level path unless another version is there; then the path below its parent. */
function placeOf(lockfile: Lockfile, { parent, name }: Missing): string {
  const top = `node_modules/${name}`;
  return lockfile.packages[top] ? `${parent}/node_modules/${name}` : top;
}

/** Returns a locked package of the same release, which shares its metadata. */
function siblingOf(lockfile: Lockfile, { parent, range }: Missing): LockedPackage | undefined {
  const names = Object.keys(lockfile.packages[parent]?.optionalDependencies ?? {});
  return names
    .flatMap((name) => [`${parent}/node_modules/${name}`, `node_modules/${name}`])
    .map((path) => lockfile.packages[path])
    .find((entry) => entry?.integrity && entry.version === lowest(range));
}

/**
 * Adds entries that npm omits when its registry lacks a package; without them `npm ci` rejects the
 * lockfile on machines whose registry has it. Returns the added paths; throws for a package whose
 * name contains no platform.
 */
export async function completeLockfile(lockfile: Lockfile, lookup: Lookup): Promise<string[]> {
  const added: string[] = [];
  for (const missing of missingOptional(lockfile)) {
    const { parent, name, range } = missing;
    const from = lockfile.packages[parent];
    const version = lowest(range);
    const published = await lookup(name, version);
    const platform = published ?? platformOf(name, Object.keys(from?.optionalDependencies ?? {}));
    if (!platform.os && !platform.cpu) throw new Error(`${name}: no platform in its name`);
    const sibling = siblingOf(lockfile, missing);
    const entry: LockedPackage = {
      version,
      ...(published?.integrity ? { integrity: published.integrity } : {}),
      ...(platform.cpu ? { cpu: platform.cpu } : {}),
      ...(from?.dev ? { dev: true } : {}),
      ...(sibling?.hasInstallScript ? { hasInstallScript: true } : {}),
      ...(platform.libc ? { libc: platform.libc } : {}),
      ...(sibling?.license ? { license: sibling.license } : {}),
      optional: true,
      ...(platform.os ? { os: platform.os } : {}),
      ...(sibling?.engines ? { engines: sibling.engines } : {}),
    };
    const place = placeOf(lockfile, missing);
    lockfile.packages[place] = entry;
    added.push(place);
  }
  lockfile.packages = Object.fromEntries(
    Object.entries(lockfile.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  return added;
}
