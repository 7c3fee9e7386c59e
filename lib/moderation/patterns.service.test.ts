import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { listPatterns } from './data';
import { lookForPatterns } from './looking';
import { banReader, dismissPattern, excludeVotes } from './service';
import type { Pattern } from './types';

useTestDatabase();

beforeEach(async () => {
  await emptyTables('users', 'papers', 'organizations', 'dismissed_patterns');
});

const EVENING = (Math.floor(Date.now() / 1000) - 86_400) * 1000;
const readers = (count: number) => Promise.all(Array.from({ length: count }, () => createUser()));
const papers = (count: number, facts = {}) =>
  Promise.all(Array.from({ length: count }, () => createPaper(facts)));

/** Casts a vote `seconds` after the start of the evening. */
const vote = (
  { id: userId }: Viewer,
  { id: paperId }: { id: number },
  { after = 0, network = null as string | null } = {},
) => rawSql()`
  insert into upvotes (user_id, paper_id, network, created_at)
  values (${userId}, ${paperId}, ${network}, ${new Date(EVENING + after * 1000).toISOString()})`;

const setAuthors = (paper: { id: number }, names: string[]) => rawSql()`
  insert into paper_authors (paper_id, position, name)
  select ${paper.id}, o - 1, name from unnest(${names}::text[]) with ordinality n (name, o)`;

const found = async (kind: Pattern['kind']) =>
  lookForPatterns().then(async () =>
    (await listPatterns()).patterns.filter((pattern) => pattern.kind === kind),
  );
const names = (pattern: Pattern | undefined) => pattern?.readers.map(({ handle }) => handle);
const handles = (viewers: Viewer[]) => viewers.map(({ handle }) => handle).sort();

describe('one network within a minute', () => {
  it('finds a ring as one pattern, with votes and times', async () => {
    const ring = await readers(3);
    const list = await papers(3);
    for (const [i, paper] of list.entries()) {
      for (const [j, reader] of ring.entries()) {
        await vote(reader, paper, { after: i * 600 + j * 25, network: 'n1' });
      }
    }
    const [pattern, ...more] = await found('network');
    expect(more).toEqual([]);
    expect(names(pattern)).toEqual(handles(ring));
    expect(pattern).toMatchObject({ votes: 9, dismissed: null });
    expect(pattern?.papers.map(({ slug }) => slug)).toEqual(list.map(({ slug }) => slug).reverse());
    const first = pattern?.papers.at(-1)?.votes.map(({ at }) => (Date.parse(at) - EVENING) / 1000);
    expect(first).toEqual([0, 25, 50]);
  });

  it('ignores a class that votes on one evening from different networks', async () => {
    const pupils = await readers(12);
    const list = await papers(4);
    for (const [i, pupil] of pupils.entries()) {
      for (const paper of list) await vote(pupil, paper, { after: i, network: `home ${i}` });
    }
    expect(await found('network')).toEqual([]);
  });

  it('ignores a lab that reads the same list at its own pace', async () => {
    const lab = await readers(4);
    const list = await papers(5);
    for (const [i, reader] of lab.entries()) {
      for (const paper of list) await vote(reader, paper, { after: i * 61, network: 'lab' });
    }
    expect(await found('network')).toEqual([]);
  });

  it('needs two papers, by the same two users', async () => {
    const [a, b, c] = await readers(3);
    const [one, two] = await papers(2);
    if (!a || !b || !c || !one || !two) throw new Error('scene');
    await vote(a, one, { network: 'n' });
    await vote(b, one, { network: 'n', after: 5 });
    await vote(b, two, { network: 'n' });
    await vote(c, two, { network: 'n', after: 5 });
    expect(await found('network')).toEqual([]);
    await vote(a, two, { network: 'n', after: 60 });
    expect(names((await found('network'))[0])).toEqual(handles([a, b]));
  });

  it('disappears when its votes are excluded or its users banned', async () => {
    const moderator = { viewer: await createUser({ role: 'moderator' }) };
    const [a, b] = await readers(2);
    const list = await papers(3);
    if (!a || !b) throw new Error('scene');
    for (const paper of list) {
      await vote(a, paper, { network: 'n' });
      await vote(b, paper, { network: 'n' });
    }
    const votes = list.slice(0, 2).map(({ id }) => ({ paperId: id, userId: a.id }));
    expect(await found('network')).toHaveLength(1);
    await excludeVotes(moderator, { votes: votes.slice(0, 1), reason: 'A ring.' });
    expect(await found('network')).toMatchObject([{ votes: 4 }]);
    await excludeVotes(moderator, { votes, reason: 'A ring.' });
    expect(await found('network')).toEqual([]);
    for (const paper of await papers(2)) {
      await vote(a, paper, { network: 'n' });
      await vote(b, paper, { network: 'n' });
    }
    expect(await found('network')).toHaveLength(1);
    await banReader(moderator, { handle: b.handle ?? '', reason: 'A ring.' });
    expect(await found('network')).toEqual([]);
  });

  it('stays dismissed until its votes have doubled', async () => {
    const moderator = { viewer: await createUser({ role: 'moderator' }) };
    const ring = await readers(2);
    const add = async (count: number) => {
      for (const paper of await papers(count)) {
        for (const reader of ring) await vote(reader, paper, { network: 'lab' });
      }
    };
    await add(2);
    const [pattern] = await found('network');
    if (!pattern) throw new Error('pattern');
    const input = { key: pattern.key, count: pattern.votes, reason: 'One office.' };
    expect(await dismissPattern(moderator, input)).toMatchObject({ ok: true });
    const aside = { reason: 'One office.', by: moderator.viewer.handle };
    expect(await found('network')).toMatchObject([{ key: pattern.key, dismissed: aside }]);
    await add(1);
    expect(await found('network')).toMatchObject([{ votes: 6, dismissed: aside }]);
    await add(1);
    expect(await found('network')).toMatchObject([{ votes: 8, dismissed: null }]);
  });
});

describe('votes almost only for one', () => {
  const AUTHOR = 'Ada Lovelace';

  it.each([
    [8, 0, true],
    [8, 2, true],
    [8, 3, false],
    [7, 0, false],
  ])('author: %i of hers and %i others are found: %s', async (hers, others, expected) => {
    const [reader] = await readers(1);
    if (!reader) throw new Error('scene');
    for (const paper of await papers(hers)) {
      await setAuthors(paper, [`Someone ${paper.id}`, AUTHOR]);
      await vote(reader, paper);
    }
    for (const paper of await papers(others)) await vote(reader, paper);
    const patterns = await found('focus');
    expect(patterns).toHaveLength(expected ? 1 : 0);
    if (expected) {
      expect(patterns[0]).toMatchObject({ subject: AUTHOR.toLowerCase(), votes: hers });
      expect(names(patterns[0])).toEqual([reader.handle]);
    }
  });

  it('organization, and one pattern for one user', async () => {
    const [reader] = await readers(1);
    const [organization] = await rawSql()<{ id: number }[]>`
      insert into organizations (slug, name) values ('acme', 'Acme') returning id::int`;
    if (!reader || !organization) throw new Error('scene');
    for (const paper of await papers(9, { organizationId: organization.id })) {
      await vote(reader, paper);
    }
    expect(await found('focus')).toMatchObject([{ subject: 'acme', votes: 9 }]);
  });
});

describe('mutual votes', () => {
  it.each([
    [3, 3, 0, true],
    [3, 2, 0, false],
    [3, 3, 9, true],
    [3, 3, 10, false],
  ])('%i for one, %i for the other, %i for others: %s', async (forB, forA, others, expected) => {
    const [a, b] = await readers(2);
    if (!a || !b) throw new Error('scene');
    for (const paper of await papers(forB, { submittedBy: b.id })) await vote(a, paper);
    for (const paper of await papers(forA)) {
      await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
        values (${paper.id}, 0, 'A', ${a.id}, 'claimed')`;
      await vote(b, paper);
    }
    for (const paper of await papers(others)) await vote(a, paper);
    const patterns = await found('mutual');
    expect(patterns).toHaveLength(expected ? 1 : 0);
    if (expected) {
      expect(names(patterns[0])).toEqual(handles([a, b]));
      expect(patterns[0]?.votes).toBe(forA + forB);
    }
  });

  it('needs both: a user who likes what another submits is no pattern', async () => {
    const [a, b] = await readers(2);
    if (!a || !b) throw new Error('scene');
    for (const paper of await papers(6, { submittedBy: b.id })) await vote(a, paper);
    for (const paper of await papers(6, { submittedBy: b.id })) await vote(b, paper);
    expect(await found('mutual')).toEqual([]);
  });
});

it('covers thirty days, and nothing older', async () => {
  const ring = await readers(2);
  for (const paper of await papers(3)) {
    for (const reader of ring) await vote(reader, paper, { network: randomUUID().slice(0, 1) });
  }
  await rawSql()`update upvotes set network = 'n', created_at = now() - interval '29 days'`;
  expect(await found('network')).toHaveLength(1);
  await rawSql()`update upvotes set created_at = now() - interval '31 days'`;
  expect(await found('network')).toEqual([]);
});
