import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/base/env';
import type { Manifest } from './types';

/** A dump's name without its extension; sorts by time. */
const NAME = /^papertide-\d{8}T\d{6}Z$/;
export const DATA = '.jsonl.gz';
export const MANIFEST = '.json';
/** A partial file of a writer that died. */
const PART = /\.part$/;
const DAY = 86_400_000;

/** The folder of dumps; several instances must share it. */
export const dumpFolder = (): string =>
  path.resolve(/* turbopackIgnore: true */ env().DUMPS_DIR ?? path.join(env().DATA_DIR, 'dumps'));

export const nameAt = (at: Date): string =>
  `papertide-${at.toISOString().replace(/[-:]|\.\d{3}/g, '')}`;

/** Renames a finished file after syncing it to disk. */
export async function settle(part: string, file: string): Promise<void> {
  const handle = await open(part, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(part, file);
}

/** Returns the complete dumps in a folder, newest first. */
export async function listDumps(folder = dumpFolder()): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((name) => name.endsWith(MANIFEST))
    .map((name) => name.slice(0, -MANIFEST.length))
    .filter((name) => NAME.test(name) && names.includes(name + DATA))
    .sort()
    .reverse();
}

/** Deletes all but the latest `kept` dumps, and partial files; returns how many. */
export async function prune(kept: number, folder = dumpFolder()): Promise<number> {
  const old = (await listDumps(folder)).slice(kept);
  // The manifest goes first: a dump with a manifest is complete.
  for (const name of old) {
    await rm(path.join(folder, name + MANIFEST), { force: true });
    await rm(path.join(folder, name + DATA), { force: true });
  }
  for (const name of (await readdir(folder)).filter((file) => PART.test(file))) {
    const file = path.join(folder, name);
    const left = await stat(file).catch(() => null);
    if (left && Date.now() - left.mtimeMs > DAY) await rm(file, { force: true });
  }
  return old.length;
}

export type DumpFile = { path: string; bytes: number; manifest: Manifest };

/** Returns the dump with this name, or the `latest`; null if there is none. */
export async function findDump(asked: string): Promise<DumpFile | null> {
  const folder = dumpFolder();
  const [latest] = asked === 'latest' ? await listDumps(folder) : [asked];
  if (!latest || !NAME.test(latest)) return null;
  const text = await readFile(path.join(folder, latest + MANIFEST), 'utf8').catch(() => null);
  const file = path.join(folder, latest + DATA);
  const found = text === null ? null : await stat(file).catch(() => null);
  return found && text ? { path: file, bytes: found.size, manifest: JSON.parse(text) } : null;
}
