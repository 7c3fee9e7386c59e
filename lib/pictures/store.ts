import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/base/env';
import { ours } from './paths';
import type { PictureStore } from './types';

/** Returns the configured S3-compatible bucket, or a folder in DATA_DIR. */
export async function pictureStore(): Promise<PictureStore> {
  const { DATA_DIR, PICTURES_S3_BUCKET } = env();
  if (!PICTURES_S3_BUCKET) return folderStore(path.join(DATA_DIR, 'pictures'));
  // Imported on demand: the client is large, and most sites do not use it.
  const { bucketStore } = await import('./bucket');
  return bucketStore(env());
}

function folderStore(folder: string): PictureStore {
  // Subfolders by two letters of the hash, so that none has too many files.
  const placeOf = (file: string) => path.join(folder, ours(file).slice(0, 2), file);
  return {
    async put(file, bytes) {
      const place = placeOf(file);
      await mkdir(path.dirname(place), { recursive: true });
      // Written to a temporary file and renamed, so that a crash leaves no partial picture.
      const half = `${place}.${randomBytes(6).toString('hex')}`;
      await writeFile(half, bytes);
      await rename(half, place);
    },
    async get(file) {
      try {
        return await readFile(placeOf(file));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    remove: (file) => rm(placeOf(file), { force: true }),
  };
}
