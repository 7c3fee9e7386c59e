import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import {
  emptyDatabase,
  loadRows,
  migrateUpTo,
  RestoreRefused,
  refuseUsedDatabase,
  setSequences,
} from '@/db/backup/restoring';
import {
  type CopyTransaction,
  copyIn,
  countRows,
  listTables,
  type Table,
} from '@/db/backup/tables';
import { connect } from '@/db/client';
import { migrate } from '@/db/migrate';
import { pictureStore } from '@/lib/pictures/store';
import { END, type End, endShape, HEAD, type Head, headShape, partOf } from './format';
import { BrokenArchive, readTar } from './tar';

const PICTURES = 'pictures/';

/** Reads a backup from its first to its last byte. Throws RestoreRefused if it is not whole. */
export async function checkBackup(file: string): Promise<{ head: Head; end: End }> {
  let head: Head | undefined;
  let end: End | undefined;
  for await (const { name, bytes } of entries(file)) {
    if (name === HEAD) head = readJson(headShape, bytes);
    if (name === END) end = readJson(endShape, bytes);
  }
  if (!head || !end) throw new RestoreRefused(`${file} is no backup of Papertide.`);
  return { head, end };
}

/**
 * Loads a checked backup into the database at `url`, which must be empty, migrates it, and stores
 * the pictures. Leaves an empty database if it fails.
 */
export async function restoreBackup(url: string, file: string, checked: { head: Head; end: End }) {
  const { head, end } = checked;
  const { sql } = connect(url);
  try {
    await refuseUsedDatabase(sql);
    await emptyDatabase(sql);
    try {
      await migrateUpTo(url, head.migration);
      refuseOtherTables(head, await listTables(sql));
      await loadRows(url, async (on) => {
        await loadTables(on, file, head.tables);
        await setSequences(on, head.sequences);
      });
      for (const table of head.tables) {
        const rows = await countRows(sql, table);
        if (rows === end.rows[table.name]) continue;
        throw new RestoreRefused(
          `${table.name} has ${rows} rows instead of ${end.rows[table.name]}.`,
        );
      }
    } catch (error) {
      await emptyDatabase(sql);
      throw error;
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  await storePictures(file);
  await migrate(url);
}

/** The job runner's tables are of its version, not of our migrations. */
function refuseOtherTables(head: Head, tables: Table[]): void {
  const now = new Map(tables.map(({ name, columns }) => [name, columns]));
  const other = head.tables.find(({ name, columns }) =>
    columns.some((column) => !now.get(name)?.includes(column)),
  );
  if (!other) return;
  throw new RestoreRefused(
    `${other.name} has other columns here: restore with version ${head.version}, then upgrade.`,
  );
}

async function loadTables(on: CopyTransaction, file: string, tables: Table[]) {
  let current = -1;
  let into: Writable | null = null;
  const close = async () => {
    if (!into) return;
    into.end();
    await finished(into);
  };
  for await (const { name, bytes } of entries(file)) {
    const number = partOf(name);
    const table = number === null ? undefined : tables[number];
    if (number === null || !table) continue;
    if (number !== current) {
      await close();
      into = await copyIn(on, table);
      current = number;
    }
    await new Promise<void>((done, failed) =>
      into?.write(bytes, (error) => (error ? failed(error) : done())),
    );
  }
  await close();
}

async function storePictures(file: string): Promise<void> {
  const store = await pictureStore();
  for await (const { name, bytes } of entries(file)) {
    if (name.startsWith(PICTURES)) await store.put(name.slice(PICTURES.length), bytes);
  }
}

async function* entries(file: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  try {
    yield* readTar(unpacked);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new RestoreRefused(`There is no file ${file}.`);
    if (!(error instanceof BrokenArchive) && !code.startsWith('Z_')) throw error;
    throw new RestoreRefused(`${file} is cut off, broken, or no backup.`);
  } finally {
    source.destroy();
  }
}

function readJson<T>(shape: { parse(value: unknown): T }, bytes: Buffer): T {
  try {
    return shape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new RestoreRefused('This is no backup that this version of Papertide can read.');
  }
}
