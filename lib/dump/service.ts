import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { alone, snapshot, type Transaction } from '@/db/client';
import { env, siteUrl } from '@/lib/base/env';
import { DATA, dumpFolder, MANIFEST, nameAt, prune, settle } from './files';
import { KINDS } from './kinds';
import { FORMAT, type Manifest } from './types';

/**
 * Writes all public data, from one snapshot, into a file of compressed JSON lines with a manifest,
 * then deletes old dumps. The file gets its name once it is complete.
 */
export async function writeDump(
  options: { folder?: string; kept?: number } = {},
): Promise<Manifest> {
  const { folder = dumpFolder(), kept = env().DUMPS_KEPT } = options;
  await mkdir(folder, { recursive: true });
  const at = new Date();
  const name = nameAt(at);
  const part = path.join(folder, `${name}.${randomBytes(4).toString('hex')}.part`);
  const counts = Object.fromEntries(KINDS.map(({ type }) => [type, 0]));
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await alone((own) =>
      snapshot(own, (on) =>
        pipeline(
          Readable.from(textOf(on, at, counts)),
          createGzip(),
          async function* measured(pieces: AsyncIterable<Buffer>) {
            for await (const piece of pieces) {
              hash.update(piece);
              bytes += piece.length;
              yield piece;
            }
          },
          createWriteStream(part),
        ),
      ),
    );
    await settle(part, path.join(folder, name + DATA));
    const manifest: Manifest = {
      format: FORMAT,
      site: siteUrl(),
      at: at.toISOString(),
      file: name + DATA,
      bytes,
      sha256: hash.digest('hex'),
      counts,
    };
    await writeFile(part, `${JSON.stringify(manifest, null, 1)}\n`);
    await settle(part, path.join(folder, name + MANIFEST));
    await prune(kept, folder);
    return manifest;
  } finally {
    await rm(part, { force: true });
  }
}

/** Yields the file's text in batches of lines; updates `counts` on the way. */
async function* textOf(
  tx: Transaction,
  at: Date,
  counts: Manifest['counts'],
): AsyncGenerator<string> {
  yield line({ type: 'dump', format: FORMAT, site: siteUrl(), at: at.toISOString() });
  for (const { type, read } of KINDS) {
    for await (const rows of read(tx)) {
      counts[type] = (counts[type] ?? 0) + rows.length;
      yield rows.map((row) => line({ type, ...row })).join('');
    }
  }
  // Without it nobody could tell a whole file from the beginning of one.
  yield line({ type: 'end', counts });
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
