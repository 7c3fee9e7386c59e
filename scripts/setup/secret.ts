import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Returns the AUTH_SECRET of an installation without one: generated once, stored in its data
 * folder.
 */
export function keptSecret(dataFolder: string): string {
  const file = path.resolve(dataFolder, 'secret');
  const kept = read(file);
  if (kept) return kept;
  mkdirSync(dataFolder, { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // Atomic: the file is complete or absent, and of two concurrent starts the first wins.
    linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code !== 'EACCES') throw error;
    throw new Error(
      `The data in ${path.dirname(file)} belongs to another user: start as that user or as root, ` +
        'or set DATA_DIR to another folder.',
    );
  }
}
