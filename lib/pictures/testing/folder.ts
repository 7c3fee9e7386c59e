import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll } from 'vitest';
import { rawSql } from '@/db/client';
import { forgetEnv } from '@/lib/base/env';

/** Gives a test its own folder for pictures. */
export function usePictureFolder(): void {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
    process.env.DATA_DIR = folder;
    forgetEnv();
  });
  afterAll(async () => {
    delete process.env.DATA_DIR;
    forgetEnv();
    await rm(folder, { recursive: true });
  });
}

/** Returns an uploaded file of one color. */
export const drawn = async (background: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer(),
  );

/** Moves all pictures a week into the past for the clean-up. */
export const weekLater = () => rawSql()`update pictures set created_at = now() - interval '8 days'`;
