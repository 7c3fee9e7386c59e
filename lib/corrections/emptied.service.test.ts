import { beforeEach, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { findViolations, INVARIANTS } from '@/db/queries/checks';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { correctPaper } from './service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'organizations', 'moderation_log'));

const FILLED = {
  summary: 'What it says.',
  code: 'https://example.org/code',
  project: 'https://example.org/',
  organization: 'lab',
};

it.each(Object.keys(FILLED))('emptying the field %s violates no invariant', async (field) => {
  const viewer = await createUser();
  const { id, slug: paper } = await createPaper({ listed: true, authorCount: 1 });
  await rawSql()`insert into organizations (slug, name) values ('lab', 'Lab')`;
  await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
    values (${id}, 0, 'A', ${viewer.id}, 'verified')`;
  await rawSql()`insert into author_claims (paper_id, position, name, user_id, status)
    values (${id}, 0, 'A', ${viewer.id}, 'verified')`;
  for (const facts of [FILLED, { ...FILLED, [field]: null }]) {
    expect(await correctPaper({ viewer }, { paper, ...facts })).toMatchObject({ ok: true });
    for (const invariant of INVARIANTS) {
      expect(await findViolations(db(), invariant)).toMatchObject({ violations: 0, examples: [] });
    }
  }
});
