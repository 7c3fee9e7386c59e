import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type postgres from 'postgres';
import { connect } from '../client';
import { migrate } from '../migrate';
import { countRows, listTables, type Sequence } from './tables';

/** Why a database cannot be restored into, for the host. */
export class RestoreRefused extends Error {}

/** Throws RestoreRefused unless the database is empty and no site runs on it. */
export async function refuseUsedDatabase(on: postgres.Sql): Promise<void> {
  const [others] = await on`
    select count(*)::int as programs from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and application_name like 'papertide%'`;
  if (others?.programs > 0) {
    throw new RestoreRefused('A site runs on this database. Stop it first, workers too.');
  }
  for (const table of await listTables(on)) {
    if (!/\.(users|papers)$/.test(table.name)) continue;
    const rows = await countRows(on, table);
    if (rows > 0) {
      throw new RestoreRefused(
        `The database is not empty: ${rows} rows in ${table.name}. Restore into a new one.`,
      );
    }
  }
}

/** Drops everything of a site, so that a restore starts from nothing, and can be repeated. */
export async function emptyDatabase(on: postgres.ISql): Promise<void> {
  const [found] = await on.unsafe("select to_regnamespace('drizzle') is not null as used");
  if (!found?.used) return;
  await on.unsafe('drop schema if exists drizzle, graphile_worker, public cascade');
  await on.unsafe('create schema public');
}

/** Creates the schema as it was after the migration of time `when`. */
export async function migrateUpTo(url: string, when: number): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'papertide-migrations-'));
  try {
    await cp(path.join(process.cwd(), 'drizzle'), folder, { recursive: true });
    const file = path.join(folder, 'meta', '_journal.json');
    const journal: { entries: { when: number }[] } = JSON.parse(await readFile(file, 'utf8'));
    const entries = journal.entries.filter((entry) => entry.when <= when);
    if (entries.at(-1)?.when !== when) {
      throw new RestoreRefused(
        'The backup is of a later version of Papertide. Restore it with that one, or a later one.',
      );
    }
    await writeFile(file, JSON.stringify({ ...journal, entries }));
    await migrate(url, { folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

type ForeignKey = { table: string; name: string; definition: string };

/**
 * Runs `load` while neither triggers nor foreign keys act, which need rows in an order that there
 * may not be; the keys are checked when they come back. One transaction: all of it or nothing.
 */
export async function loadRows(
  url: string,
  load: (on: postgres.TransactionSql) => Promise<void>,
): Promise<void> {
  const { sql } = connect(url);
  try {
    await sql.begin(async (on) => {
      const tables = await listTables(on);
      const keys = await on.unsafe<ForeignKey[]>(`
        select conrelid::regclass::text as table, quote_ident(conname) as name,
          pg_get_constraintdef(oid) as definition
        from pg_constraint where contype = 'f'
          and connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`);
      for (const key of keys)
        await on.unsafe(`alter table ${key.table} drop constraint ${key.name}`);
      for (const { name } of tables) await on.unsafe(`alter table ${name} disable trigger user`);
      await on.unsafe(`truncate ${tables.map(({ name }) => name).join(', ')}`);
      await load(on);
      for (const { name } of tables) await on.unsafe(`alter table ${name} enable trigger user`);
      for (const { table, name, definition } of keys) {
        await on.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
      }
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Has sequences go on behind the rows that were loaded. */
export async function setSequences(on: postgres.ISql, sequences: Sequence[]): Promise<void> {
  for (const { name, last } of sequences) await on.unsafe('select setval($1, $2)', [name, last]);
}
