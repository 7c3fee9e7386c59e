import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOut, listSequences, listTables } from '@/db/backup/tables';
import { connect, db, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createUser } from '@/db/testing/factories';
import { enqueue } from '@/lib/base/enqueue';
import { forgetEnv } from '@/lib/base/env';
import { checkInvariants } from '@/lib/invariants/service';
import { pictureFile } from '@/lib/pictures/paths';
import { pictureStore } from '@/lib/pictures/store';
import { fillIfWanted } from '../setup/demo';
import { checkBackup, restoreBackup } from './read';
import { writeBackup } from './write';

const url = useTestDatabase();
const root = mkdtempSync(path.join(os.tmpdir(), 'papertide-backup-'));
const file = path.join(root, 'site.backup');
const other = `papertide_test_${randomBytes(6).toString('hex')}`;
const otherUrl = () => Object.assign(new URL(url()), { pathname: `/${other}` }).href;
const HASH = 'ab'.repeat(32);

/** Everything in a database: the rows of each table in one order, and where sequences are. */
async function everything(of: string): Promise<Record<string, string>> {
  const { sql } = connect(of);
  const found: Record<string, string> = {};
  try {
    for (const table of await listTables(sql)) {
      let text = '';
      for await (const piece of copyOut(sql, table)) text += piece;
      found[table.name] = text.split('\n').sort().join('\n');
    }
    for (const { name, last } of await listSequences(sql)) found[name] = last;
    return found;
  } finally {
    await sql.end();
  }
}

beforeAll(async () => {
  process.env.DATA_DIR = path.join(root, 'data');
  forgetEnv();
  await rawSql().unsafe(`create database ${other}`);
  await fillIfWanted(url());
  await createUser({ handle: 'tab-line', name: 'Tab\tand\nline \\N "quoted" \u{1f30a}' });
  await enqueue(db(), 'end_bans', {});
  await rawSql()`insert into pictures (hash, width, height) values (${HASH}, 8, 8)`;
  const store = await pictureStore();
  await store.put(pictureFile(HASH, 'small'), Buffer.from('a small picture'));
  await store.put(pictureFile(HASH, 'large'), randomBytes(700_000));
});
afterAll(async () => {
  await rawSql().unsafe(`drop database if exists ${other} with (force)`);
  rmSync(root, { recursive: true });
});

it('a backup taken while the site writes restores to exactly what was there', async () => {
  const before = await everything(url());
  const writing = (async () => {
    for (let i = 0; i < 20; i++) await createUser();
  })();
  const end = await writeBackup(url(), file);
  await writing;
  expect(end).toMatchObject({ pictures: 2, missing: 0 });

  process.env.DATA_DIR = path.join(root, 'elsewhere');
  forgetEnv();
  const checked = await checkBackup(file);
  await restoreBackup(otherUrl(), file, checked);
  const after = await everything(otherUrl());
  const changing = /\.users$|search_queue|_seq$/;
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const name of Object.keys(before)) {
    if (!changing.test(name)) expect(after[name], name).toBe(before[name]);
  }
  for (const user of before['public.users']?.split('\n') ?? []) {
    expect(after['public.users']).toContain(user);
  }
  const store = await pictureStore();
  expect(Buffer.from((await store.get(pictureFile(HASH, 'small'))) ?? []).toString()).toBe(
    'a small picture',
  );
  const { db: restored, sql } = connect(otherUrl());
  const violations: unknown[] = [];
  for await (const one of checkInvariants(restored)) if (one.violations) violations.push(one);
  expect(violations).toEqual([]);
  // Keys, triggers and sequences are back.
  await expect(
    sql`insert into upvotes (user_id, paper_id, weight) values (gen_random_uuid(), 1, 1)`,
  ).rejects.toThrow(/foreign key/);
  await createUser({ handle: 'after-the-restore' }, restored);
  const triggers = `select count(*)::int n from pg_trigger where tgenabled = 'D'`;
  expect(await sql.unsafe(triggers)).toEqual([{ n: 0 }]);
  await sql.end();
});

it('restores into an empty database only, and only a whole backup', async () => {
  const checked = await checkBackup(file);
  await expect(restoreBackup(url(), file, checked)).rejects.toThrow(
    /A site runs on this database|The database is not empty/,
  );
  const whole = readFileSync(file);
  const cut = path.join(root, 'cut.backup');
  for (const size of [whole.length - 1, Math.floor(whole.length / 2), 600, 10, 0]) {
    writeFileSync(cut, whole);
    truncateSync(cut, size);
    await expect(checkBackup(cut), `${size} bytes`).rejects.toThrow(/is cut off, broken, or no/);
  }
  for (const flipped of [40, Math.floor(whole.length / 2), whole.length - 6]) {
    const bytes = Buffer.from(whole);
    bytes[flipped] = (bytes[flipped] ?? 0) ^ 0xff;
    writeFileSync(cut, bytes);
    await expect(checkBackup(cut), `byte ${flipped}`).rejects.toThrow(/broken|no backup/);
  }
  await expect(checkBackup('package.json')).rejects.toThrow('no backup');
  await expect(checkBackup(path.join(root, 'none'))).rejects.toThrow('There is no file');
});

it('leaves an empty database when a restore fails, so that it can be repeated', async () => {
  const { sql } = connect(otherUrl());
  await sql.unsafe('drop schema public, drizzle, graphile_worker cascade; create schema public');
  await sql.end();
  const { head, end } = await checkBackup(file);
  const wrong = { head, end: { ...end, rows: { ...end.rows, 'public.papers': 1 } } };
  await expect(restoreBackup(otherUrl(), file, wrong)).rejects.toThrow(/rows instead of 1/);
  const later = { end, head: { ...head, migration: head.migration + 1 } };
  await expect(restoreBackup(otherUrl(), file, later)).rejects.toThrow(/of a later version/);
  expect(await everything(otherUrl())).toEqual({});
  await restoreBackup(otherUrl(), file, { head, end });
});
