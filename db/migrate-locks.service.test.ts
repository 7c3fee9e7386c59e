import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect, rawSql } from './client';
import { MigrationRefused, migrate } from './migrate';
import { useTestDatabase } from './testing/database';

const url = useTestDatabase();
let folder = '';
let added = 0;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'papertide-migrations-'));
  await cp('drizzle', folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const columns = async () => {
  const found = await rawSql()`
    select column_name name from information_schema.columns
    where table_name = 'papers' and column_name like 'tide%' order by 1`;
  return found.map(({ name }) => name);
};

/** Simulates a version of the program with one more migration. */
async function addMigration(tag: string, text: string): Promise<void> {
  const file = path.join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8'));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1_000 * ++added, tag });
  await writeFile(file, JSON.stringify(journal));
  await writeFile(path.join(folder, `${tag}.sql`), text);
}

it('reports the blocking lock, times out without changes, and then succeeds', async () => {
  await addMigration('9001_later', 'alter table papers add column tide_one int;');
  for (const held of [
    'lock table papers in access share mode',
    'select pg_advisory_xact_lock(7270383)',
  ]) {
    const said: string[] = [];
    const other = connect(url());
    await other.sql.begin(async (tx) => {
      await tx.unsafe(held);
      const waiting = migrate(url(), { folder, patience: 4_000, onWaiting: (w) => said.push(w) });
      await expect(waiting).rejects.toThrow(/waited 4 seconds for a lock and gave up/);
      await expect(waiting).rejects.toBeInstanceOf(MigrationRefused);
    });
    await other.sql.end();
    expect(said, held).toHaveLength(1);
    expect(said[0]).toMatch(/waits for a lock .* held by process \d+ \(papertide, for \d/);
    expect(await columns(), held).toEqual([]);
  }
  await migrate(url(), { folder });
  expect(await columns()).toEqual(['tide_one']);
});

it('refuses the database of a later version, which itself still runs', async () => {
  await addMigration('9002_later', 'alter table papers add column tide_two int;');
  await migrate(url(), { folder });
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  await expect(migrate(url())).rejects.toThrow(
    new RegExp(
      `It needs version ${version} with the migration 9002_later, or a later one; this is`,
    ),
  );
  await rawSql()`comment on schema drizzle is null`;
  await expect(migrate(url())).rejects.toThrow('It needs the version that migrated it');
  await migrate(url(), { folder });
  expect(await columns()).toContain('tide_two');
});

it('is idempotent, also for two concurrent starts', async () => {
  await addMigration(
    '9003_slow',
    'select pg_sleep(0.5); alter table papers add column tide_three int;',
  );
  await Promise.all([migrate(url(), { folder }), migrate(url(), { folder })]);
  await migrate(url(), { folder });
  expect(await columns()).toContain('tide_three');
});
