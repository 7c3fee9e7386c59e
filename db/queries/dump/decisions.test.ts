import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { DECISIONS, DUMPED } from '@/db/testing/dump-decisions';

const tables = Object.values(schema).flatMap((value) => (is(value, PgTable) ? [value] : []));

it('has a decision for every table and column, and for no other', () => {
  expect(Object.keys(DECISIONS).sort()).toEqual(tables.map(getTableName).sort());
  for (const table of tables) {
    const decision = DECISIONS[getTableName(table)];
    if (typeof decision === 'string') continue;
    const columns = getTableConfig(table).columns.map(({ name }) => name);
    expect(Object.keys(decision ?? {}).sort(), getTableName(table)).toEqual(columns.sort());
  }
});

it('reads each column that is to be dumped', () => {
  const folder = path.join(process.cwd(), 'db/queries/dump');
  const text = readdirSync(folder)
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join();
  for (const [table, decision] of Object.entries(DECISIONS)) {
    if (typeof decision === 'string') continue;
    for (const [column, why] of Object.entries(decision)) {
      // Claims are dumped with the authors that they confirm.
      if (why !== DUMPED || table === 'author_claims') continue;
      expect(text, `${table}.${column}`).toMatch(new RegExp(`\\b${column}\\b`));
    }
  }
});
