import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { rawSql } from '../client';
import { getApiPaper, listPapersByKey, type PaperKey } from './api-papers';

useTestDatabase();

const keys: PaperKey[] = [{ slug: 'unknown' }, { slug: 'quote"\\{}' }, { id: 987_654 }];

beforeAll(async () => {
  const submitter = await createUser();
  const papers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      createPaper({
        title: `Paper ${n}`,
        ...(n % 2 && { submittedBy: submitter.id, listed: true }),
      }),
    ),
  );
  keys.push(...papers.flatMap(({ id, slug }) => [{ id }, { slug }]));
  const [kept, merged, removed] = papers.map(({ id }) => id);
  const sql = rawSql();
  await sql`update papers set removed_at = now(), trending = null, merged_into = ${kept ?? 0}
    where id = ${merged ?? 0}`;
  await sql`update papers set removed_at = now(), trending = null where id = ${removed ?? 0}`;
});

it('reads several papers as it reads each of them', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.nat(keys.length - 1), { maxLength: 12 }), async (picked) => {
      const asked = picked.flatMap((at) => keys[at] ?? []);
      expect(await listPapersByKey(asked)).toEqual(await Promise.all(asked.map(getApiPaper)));
    }),
    { numRuns: 30, seed: 7 },
  ));
