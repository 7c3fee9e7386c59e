import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { alone, type Executor, snapshot } from '@/db/client';
import {
  dumpComments,
  dumpModeration,
  dumpOrganizations,
  dumpPapers,
  dumpReaders,
} from '@/db/queries/dump';
import { env, siteUrl } from '@/lib/base/env';
import { namesModerator, namesReader } from '@/lib/moderation/policy';
import { DATA, dumpFolder, MANIFEST, nameAt, prune, settle } from './files';
import { FORMAT, LINE_TYPES, type LineType, type Manifest } from './types';

const PARTS: Record<LineType, (on: Executor) => AsyncGenerator<Record<string, unknown>[]>> = {
  organization: dumpOrganizations,
  reader: dumpReaders,
  paper: dumpPapers,
  comment: dumpComments,
  moderation: dumpModeration,
};

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
  const counts = Object.fromEntries(LINE_TYPES.map((type) => [type, 0])) as Manifest['counts'];
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
async function* textOf(on: Executor, at: Date, counts: Manifest['counts']): AsyncGenerator<string> {
  yield line({ type: 'dump', format: FORMAT, site: siteUrl(), at: at.toISOString() });
  for (const type of LINE_TYPES) {
    for await (const rows of PARTS[type](on)) {
      counts[type] += rows.length;
      const shown = type === 'moderation' ? rows.map(publicEntry) : rows;
      yield shown.map((row) => line({ type, ...row })).join('');
    }
  }
}

/** Names moderators and users only if the public log does. */
function publicEntry(entry: Record<string, unknown>): Record<string, unknown> {
  const names = env().LOG_NAMES;
  return {
    ...entry,
    by: namesModerator(names) ? entry.by : null,
    reader: namesReader(String(entry.action), names) ? entry.reader : null,
  };
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
