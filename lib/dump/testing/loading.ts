import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase, rawSql } from '@/db/client';
import { restartTables } from '@/db/testing/empty';
import { loadDump } from '../load';
import { writeDump } from '../service';

/** Dumps and loads in a folder of the test file; `urlOf` comes from useTestDatabase. */
export function useDumps(urlOf: () => string) {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'papertide-load-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  return {
    /** Writes a dump; its text without the first line, which has the time. */
    async dump(): Promise<{ file: string; text: string }> {
      const { file } = await writeDump({ folder, kept: 100 });
      const text = gunzipSync(await readFile(path.join(folder, file))).toString();
      return { file: path.join(folder, file), text: text.slice(text.indexOf('\n') + 1) };
    },
    /** Loads a dump. A database that a site is connected to is refused, so this lets go of it. */
    async load(file: string, options: Parameters<typeof loadDump>[2] = {}) {
      await closeDatabase();
      return loadDump(urlOf(), file, options);
    },
    async write(name: string, content: string | Buffer): Promise<string> {
      await writeFile(path.join(folder, name), content);
      return path.join(folder, name);
    },
  };
}

/** Empties every table, as in a new database. */
export async function emptySite(): Promise<void> {
  const tables = await rawSql()`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> 'ranking_state'`;
  await restartTables(...tables.map(({ name }) => name));
}

/** Rows of every table, by its name. */
export async function countRows(): Promise<Record<string, number>> {
  const tables =
    await rawSql()`select tablename as name from pg_tables where schemaname = 'public'`;
  const each = tables.map(
    ({ name }) => `select '${name}' as name, count(*)::int as rows from ${name}`,
  );
  const rows = await rawSql().unsafe(each.join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}
