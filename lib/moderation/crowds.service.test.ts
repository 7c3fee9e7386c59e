import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { mailboxKey } from '@/lib/base/mailbox';
import { listPatterns } from './data';
import { lookForPatterns } from './looking';
import { dismissPattern, excludeVotes } from './service';
import type { Pattern } from './types';

useTestDatabase();

beforeEach(async () => {
  await emptyTables('users', 'papers', 'organizations', 'dismissed_patterns');
});

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
type Facts = { mailbox?: string; network?: string; joined?: Date };
let counter = 0;

/** An account with the facts that an attack shares, or with unique ones. */
async function account({ mailbox, network, joined }: Facts = {}) {
  const own = ++counter;
  const createdAt = joined ?? daysAgo(40 + own * 2);
  const viewer = await createUser({ createdAt });
  const key = mailboxKey(mailbox ?? `person${own}@mail.example`);
  await rawSql()`update users set mailbox_key = ${key} where id = ${viewer.id}`;
  return { viewer, network: network ?? `own ${own}` };
}
type Account = Awaited<ReturnType<typeof account>>;
const accounts = (count: number, facts: (i: number) => Facts = () => ({})) =>
  Promise.all(Array.from({ length: count }, (_, i) => account(facts(i))));

const papers = (count: number) => Promise.all(Array.from({ length: count }, () => createPaper()));

/** Each account votes for the paper, an hour apart, so that no other pattern arises. */
async function vote(voters: Account[], { id }: { id: number }) {
  for (const [i, { viewer, network }] of voters.entries()) {
    await rawSql()`insert into upvotes (user_id, paper_id, network, created_at)
      values (${viewer.id}, ${id}, ${network}, ${new Date(Date.now() - 2 * DAY - i * 3_600_000).toISOString()})`;
  }
}

const found = async () => {
  await lookForPatterns();
  return (await listPatterns()).patterns;
};
const kinds = (patterns: Pattern[]) => patterns.map(({ kind }) => kind).sort();
const handles = (voters: Account[]) => voters.map(({ viewer }) => viewer.handle).sort();

/** Honest votes: each user votes for some papers, each paper has votes of some users. */
async function usualVotes() {
  const [everyone, list] = await Promise.all([accounts(24), papers(12)]);
  for (const [i, paper] of list.entries()) {
    await vote(
      everyone.filter((_, j) => (j + i) % 3 === 0),
      paper,
    );
  }
  return list;
}

const ATTACKS: [string, Pattern['kind'], (i: number) => Facts][] = [
  ['plus aliases', 'mailbox', (i) => ({ mailbox: `box+${i}@mail.example` })],
  [
    'dots at Gmail',
    'mailbox',
    (i) => ({ mailbox: `${'.'.repeat(i % 2)}a${'.'.repeat(i % 3 ? 1 : 0)}bc+${i}@gmail.com` }),
  ],
  ['one network, over days', 'crowd', () => ({ network: 'hall' })],
  ['accounts of one day', 'newcomers', (i) => ({ joined: new Date(Date.UTC(2026, 3, 2, i % 24)) })],
];

describe.each(ATTACKS)('%s', (_, kind, facts) => {
  it('are found on one paper, among any other votes, with everyone involved', async () => {
    await usualVotes();
    expect(await found()).toEqual([]);
    const [paper] = await papers(1);
    const many = await accounts(40, facts);
    await vote(many, paper ?? { id: 0 });
    const patterns = await found();
    expect(kinds(patterns)).toEqual([kind]);
    expect(patterns[0]?.readers.map(({ handle }) => handle)).toEqual(handles(many));
    expect(patterns[0]).toMatchObject({ votes: 40, papers: [{ slug: paper?.slug }] });
  });

  it('are one pattern over many papers, on a site without other votes', async () => {
    const [many, list] = [await accounts(12, facts), await papers(5)];
    for (const paper of list) await vote(many, paper);
    const patterns = (await found()).filter((pattern) => pattern.kind === kind);
    expect(patterns).toHaveLength(1);
    expect(patterns[0]).toMatchObject({ votes: 60 });
    expect(patterns[0]?.papers).toHaveLength(5);
  });

  it('disappear when their votes are excluded, and can be dismissed', async () => {
    const moderator = { viewer: await createUser({ role: 'moderator' }) };
    const [many, [paper]] = [await accounts(12, facts), await papers(1)];
    await vote(many, paper ?? { id: 0 });
    const [pattern] = await found();
    if (!pattern) throw new Error('pattern');
    const aside = { key: pattern.key, count: pattern.votes, reason: 'Known to us.' };
    expect(await dismissPattern(moderator, aside)).toMatchObject({ ok: true });
    expect(await found()).toMatchObject([{ kind, dismissed: { reason: 'Known to us.' } }]);
    const votes = pattern.papers.flatMap(({ paperId, votes }) =>
      votes.map(({ userId }) => ({ paperId, userId })),
    );
    expect(await excludeVotes(moderator, { votes, reason: 'One person.' })).toMatchObject({
      ok: true,
    });
    expect(await found()).toEqual([]);
  });
});

describe('no pattern', () => {
  it('is a campus that casts most votes of a site, over many papers', async () => {
    const list = await papers(12);
    const campus = await accounts(24, () => ({ network: 'campus' }));
    for (const [i, paper] of list.entries()) {
      await vote(
        campus.filter((_, j) => (j + i) % 3 === 0),
        paper,
      );
    }
    expect(await found()).toEqual([]);
  });

  it('is the day on which a site opened', async () => {
    const list = await papers(12);
    const first = await accounts(30, () => ({ joined: new Date(Date.UTC(2026, 2, 1)) }));
    for (const [i, paper] of list.entries()) {
      await vote(
        first.filter((_, j) => (j + i) % 3 === 0),
        paper,
      );
    }
    expect(await found()).toEqual([]);
  });

  it('is two people at one provider, or one mailbox that votes for different papers', async () => {
    const [one, two] = await papers(2);
    const [a, b, c] = [
      await account({ mailbox: 'ann@mail.example' }),
      await account({ mailbox: 'ann+lists@mail.example' }),
      await account({ mailbox: 'bob@mail.example' }),
    ];
    await vote([a, c], one ?? { id: 0 });
    await vote([b], two ?? { id: 0 });
    expect(await found()).toEqual([]);
  });

  it('is fewer votes than the published threshold', async () => {
    const [one, two] = await papers(2);
    await vote(await accounts(4, () => ({ network: 'home' })), one ?? { id: 0 });
    await vote(await accounts(7, () => ({ joined: daysAgo(90) })), two ?? { id: 0 });
    expect(await found()).toEqual([]);
  });
});
