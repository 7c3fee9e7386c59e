import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db, rawSql } from '../client';
import { migrate } from '../migrate';
import { papers, users } from '../schema';
import { useTestDatabase } from './database';
import { createPaper, createUser, unseenScore } from './factories';

const url = useTestDatabase();

describe('a test database', () => {
  it('is migrated, including the job runner, and migrating is idempotent', async () => {
    const shape = () => rawSql()`
      select table_schema, table_name, column_name, data_type from information_schema.columns
      where table_schema in ('public', 'graphile_worker') order by 1, 2, 3`;
    const before = await shape();
    expect(before.some((column) => column.table_schema === 'graphile_worker')).toBe(true);
    await Promise.all([migrate(url()), migrate(url())]);
    expect(await shape()).toEqual(before);
  });

  it('is empty and accepts users and papers', async () => {
    expect(await db().select({ id: papers.id }).from(papers)).toEqual([]);
    const reader = await createUser({ handle: 'ada', banned: true });
    const paper = await createPaper({ listed: true });
    const [row] = await db()
      .select({ handle: users.handle, trending: papers.trending })
      .from(users)
      .innerJoin(papers, sql`true`);
    expect(row).toEqual({
      handle: 'ada',
      trending: unseenScore(0, new Date('2026-01-15T12:00:00Z')),
    });
    expect(reader.banned).toBe(true);
    expect(paper.slug).toMatch(/^2401\./);
  });

  it('compares text by code point and stores UTF-8', async () => {
    const [row] = await rawSql()`
      select pg_encoding_to_char(encoding) as encoding, upper('é') as upper, 'a' < 'B' as ordered
      from pg_database where datname = current_database()`;
    expect(row).toEqual({ encoding: 'UTF8', upper: 'É', ordered: false });
  });
});
