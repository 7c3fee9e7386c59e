import { closeDatabase } from '@/db/client';
import { setUpvote } from '../service';

/**
 * A process that votes, for tests: users and papers are JSON in its argument. It reports when it is
 * ready, starts on command, and ends with a vote of every user on every paper, except those that
 * its seed has withdrawn.
 */
const { readers, papers, seed }: { readers: string[]; papers: number[]; seed: number } = JSON.parse(
  process.argv[2] ?? '{}',
);

let state = seed;
const random = () => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

async function voteAsReader(id: string): Promise<void> {
  const facts = {
    handle: 'reader',
    name: null,
    role: 'member' as const,
    banned: false,
    limitedUntil: null,
  };
  const viewer = { id, ...facts, createdAt: new Date(0) };
  for (let round = 0; round < 12; round++) {
    const paperId = papers[Math.floor(random() * papers.length)] ?? 0;
    const result = await setUpvote({ viewer }, { paperId, upvoted: random() < 0.65 });
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
  }
}

process.stdout.write('ready\n');
await new Promise((begin) => process.stdin.once('data', begin));
process.stdin.pause();
await Promise.all(readers.map(voteAsReader));
await closeDatabase();
