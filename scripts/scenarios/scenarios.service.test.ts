import { expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { getMergedSlug } from '@/db/queries/merging';
import { useTestDatabase } from '@/db/testing/database';
import { checkInvariants } from '@/lib/invariants/service';
import { indexAll } from '@/lib/search/service';
import { listScenarios, SCENARIOS } from '.';

useTestDatabase();

const make = async (name: string): Promise<string[]> => (await SCENARIOS[name]?.make()) ?? [];
const slugOf = (path = ''): string => path.split('/')[2] ?? '';
const paper = async (slug: string) => {
  const [row] = await rawSql()`
    select comment_count as comments, withdrawn, trending is not null as listed
    from papers where slug = ${slug}`;
  return row;
};

it('lists every scenario', () => {
  expect(listScenarios().split('\n')).toHaveLength(Object.keys(SCENARIOS).length);
});

it('creates each state repeatedly, and every invariant holds', async () => {
  for (let time = 0; time < 2; time += 1) {
    const [thread] = await make('thread');
    expect(await paper(slugOf(thread))).toMatchObject({ comments: 2_000, listed: true });
    const [withdrawn] = await make('withdrawn');
    expect(await paper(slugOf(withdrawn))).toMatchObject({ withdrawn: true, listed: false });
    const [kept, gone] = await make('merged');
    expect(await getMergedSlug(slugOf(gone))).toBe(slugOf(kept));
    const [banned, theirs] = await make('banned');
    const [user] = await rawSql()`
      select banned_at is not null as banned from users where handle = ${slugOf(banned)}`;
    expect(user).toEqual({ banned: true });
    expect(await paper(slugOf(theirs))).toMatchObject({ comments: 3 });
  }
  await indexAll();
  for await (const { invariant, violations, examples } of checkInvariants(db())) {
    expect({ invariant, violations, examples }).toEqual({ invariant, violations: 0, examples: [] });
  }
  await make('empty');
  const [{ left } = { left: -1 }] = await rawSql()`select count(*)::int as left from papers`;
  expect(left).toBe(0);
});
