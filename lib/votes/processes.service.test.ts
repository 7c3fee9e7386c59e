import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { db, rawSql } from '@/db/client';
import { listDrifts } from '@/db/queries/recount';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser, unseenScore } from '@/db/testing/factories';

const url = useTestDatabase();

const SCRIPT = fileURLToPath(new URL('testing/voting-process.ts', import.meta.url));
const LISTED = new Date('2026-01-15T12:00:00Z');

async function startVoting(readers: string[], papers: number[], seed: number) {
  const work = JSON.stringify({ readers, papers, seed });
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, work], {
    env: { ...process.env, DATABASE_URL: url() },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

const ended = async (child: ChildProcess): Promise<number> => (await once(child, 'exit'))[0];

test('two processes with concurrent votes end with the scores of a recount', async () => {
  const papers = await Promise.all([
    ...Array.from({ length: 3 }, () => createPaper({ listed: true, submittedAt: LISTED })),
    createPaper(),
  ]);
  const ids = papers.map(({ id }) => id);
  const readers = await Promise.all(Array.from({ length: 12 }, () => createUser()));
  const shared = readers.map(({ id }) => id);
  // Half of the users vote in both processes at once.
  const children = await Promise.all([
    startVoting(shared.slice(0, 9), ids, 11),
    startVoting(shared.slice(3), ids, 23),
  ]);
  for (const child of children) child.stdin.write('go\n');
  expect(await Promise.all(children.map(ended))).toEqual([0, 0]);

  expect(await listDrifts(db(), 0, Math.max(...ids))).toEqual([]);
  const rows = await rawSql()`
    select p.id::int as id, p.trending, extract(epoch from p.submitted_at)::float8 * 1000 as "listedAt", p.upvote_count as upvotes, p.listed_by = 'upvote' as harvested,
      array(select extract(epoch from created_at)::float8 * 1000 from upvotes
        where paper_id = p.id) as votes
    from papers p`;
  for (const { trending, upvotes, harvested, votes, listedAt } of rows) {
    expect(upvotes).toBe(votes.length);
    if (harvested && votes.length === 0) expect(trending).toBeNull();
    // A paper listed only by upvotes has the time of the first one that listed it.
    else expect(trending).toBeCloseTo(unseenScore(votes.length, listedAt), 9);
  }
  expect(rows.reduce((sum, { upvotes }) => sum + upvotes, 0)).toBeGreaterThan(12);
});
