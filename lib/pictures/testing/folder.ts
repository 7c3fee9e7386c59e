import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll } from 'vitest';
import { rawSql } from '@/db/client';
import { forgetEnv } from '@/lib/base/env';

/** A folder of a test's own for pictures. */
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

/** A file of one colour, as somebody uploads it. */
export const drawn = async (background: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer(),
  );

/** A week later, as far as the clean-up of pictures is concerned. */
export const weekLater = () => rawSql()`update pictures set created_at = now() - interval '8 days'`;
