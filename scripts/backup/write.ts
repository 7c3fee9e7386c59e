import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readSnapshot } from '@/db/backup/snapshot';
import {
  type CopyTransaction,
  copyOut,
  countRows,
  lastMigration,
  listPictures,
  listSequences,
  listTables,
} from '@/db/backup/tables';
import { pictureFile } from '@/lib/pictures/paths';
import { pictureStore } from '@/lib/pictures/store';
import {
  END,
  type End,
  FORMAT,
  HEAD,
  type Head,
  ownVersion,
  secretPrint,
  tablePart,
} from './format';
import { tarEnd, tarEntry } from './tar';

/** Bytes of rows that are held at once. */
const PART = 4 * 2 ** 20;

/**
 * Writes the database as it is at one moment, and the pictures that it names, to `file`, which has
 * its name only when it is whole. Resolves to what was written.
 */
export async function writeBackup(url: string, file: string): Promise<End> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const end: End = { rows: {}, pictures: 0, missing: 0 };
  try {
    await readSnapshot(url, (on) =>
      pipeline(
        Readable.from(contents(on, end)),
        createGzip(),
        createWriteStream(part, { mode: 0o600, flags: 'wx' }),
      ),
    );
    await rename(part, file);
    return end;
  } finally {
    await rm(part, { force: true });
  }
}

async function* contents(on: CopyTransaction, end: End): AsyncGenerator<Buffer> {
  const tables = await listTables(on);
  const head: Head = {
    format: FORMAT,
    version: ownVersion(),
    at: new Date().toISOString(),
    migration: await lastMigration(on),
    secret: secretPrint(),
    tables,
    sequences: await listSequences(on),
  };
  yield* jsonEntry(HEAD, head);
  for (const [number, table] of tables.entries()) {
    let count = 0;
    for await (const bytes of inParts(copyOut(on, table))) {
      yield* tarEntry(tablePart(number, count++), bytes);
    }
    end.rows[table.name] = await countRows(on, table);
  }
  yield* pictures(on, end);
  yield* jsonEntry(END, end);
  yield tarEnd();
}

async function* pictures(on: CopyTransaction, end: End): AsyncGenerator<Buffer> {
  const store = await pictureStore();
  for (const hash of await listPictures(on)) {
    for (const size of ['small', 'large'] as const) {
      const file = pictureFile(hash, size);
      const bytes = await store.get(file);
      if (bytes) yield* tarEntry(`pictures/${file}`, bytes);
      if (bytes) end.pictures++;
      else end.missing++;
    }
  }
}

async function* inParts(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < PART) continue;
    yield Buffer.concat(held);
    [held, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(held);
}

const jsonEntry = (name: string, value: unknown) =>
  tarEntry(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));
