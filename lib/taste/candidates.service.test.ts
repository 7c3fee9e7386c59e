import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { listTastePapers } from '@/db/queries/taste-papers';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { forgetCandidates, listCandidates } from './candidates';
import { featuresOf } from './model/features';
import { unpackFeatures } from './model/packed';

useTestDatabase();

beforeEach(async () => {
  await emptyTables('papers');
  forgetCandidates();
});

const at = (seconds: number) => new Date(Date.now() + seconds * 1_000);

async function add(name: string): Promise<number> {
  const title = `${name}: flow matching for ${name.repeat(3)} robots`;
  const submittedAt = at(-3_600);
  return (await createPaper({ listed: true, title, abstract: `${title}.`, submittedAt })).id;
}

/** Expects exactly these papers, each with the features of its own text. */
async function expectCandidates(ids: number[], now: Date): Promise<void> {
  const found = await listCandidates(now);
  expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const papers = await listTastePapers(ids);
  for (const { vector, ...paper } of papers) {
    const candidate = found.find(({ id }) => id === paper.id);
    const features = candidate && unpackFeatures(paper.id, candidate.features);
    expect(features).toEqual(featuresOf(paper, vector));
  }
}

it('keeps the features of each paper while others come and leave', async () => {
  const first = [];
  for (const name of ['alpha', 'beta', 'gamma', 'delta', 'epsilon']) first.push(await add(name));
  await expectCandidates(first, at(0));
  // Fewer than half of a batch are left, so they are packed again.
  const [kept = 0, left = 0] = [first[1], first[3]];
  await rawSql()`update papers set submitted_at = now() - interval '20 days'
    where not id = any(${[kept, left]})`;
  await expectCandidates([kept, left], at(30));
  const later = await add('zeta');
  await expectCandidates([kept, left], at(40));
  await expectCandidates([kept, left, later], at(60));
});
