import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { postComment } from '@/lib/comments/service';
import { correctPaper } from '@/lib/corrections/service';
import type { Viewer } from '@/lib/web/types';
import { getAuthorPage, getClaiming, listClaimQueue } from './data';
import { confirmAuthor, releaseAuthor } from './operator';
import { CLAIM_LIMITS, claimInput, contestInput } from './schema';
import { claimAuthor, contestClaim, settleClaim, settleContest, withdrawClaim } from './service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'moderation_log'));

const ORCID = '0000-0002-1825-0097';
const reason = 'The faculty’s page says so.';

/** A listed paper by Ada and Grace; Grace's ORCID iD is told by its source. */
async function paperOfTwo() {
  const paper = await createPaper({ listed: true, authorCount: 2 });
  await rawSql()`insert into paper_authors (paper_id, position, name, orcid)
    values (${paper.id}, 0, 'Ada Lovelace', null), (${paper.id}, 1, 'Grace Hopper', ${ORCID})`;
  return paper;
}
const claim = (viewer: Viewer | null, paper: string, position = 0, words = '') =>
  claimAuthor({ viewer }, { paper, position, words });
const claimIdOf = async (viewer: Viewer): Promise<number> =>
  (await rawSql()`select max(id)::int as id from author_claims where user_id = ${viewer.id}`)[0]
    ?.id;
const settle = async (by: Viewer, of: Viewer, act: 'confirm' | 'refuse') =>
  settleClaim({ viewer: by }, { claim: await claimIdOf(of), act, reason });
const moderator = () => createUser({ role: 'moderator' });
const authors = (paperId: number) =>
  rawSql()`select name, user_id, claim_status from paper_authors
    where paper_id = ${paperId} order by position`;
const statusOf = async (viewer: Viewer, slug: string) =>
  (await getClaiming(viewer, slug))?.own?.status ?? null;
const signInAtOrcid = (viewer: Viewer, orcid: string) =>
  rawSql()`insert into accounts (user_id, type, provider, provider_account_id)
    values (${viewer.id}, 'oauth', 'orcid', ${orcid})`;

describe('a claim', () => {
  it('waits for a moderator, whose word puts the name on the paper and in the log', async () => {
    const [ada, boss] = [await createUser({ name: 'Ada Lovelace' }), await moderator()];
    const paper = await paperOfTwo();
    await postComment(
      { viewer: ada },
      { paperId: paper.id, markdown: 'Mine.', clientKey: randomUUID() },
    );
    expect(await claim(ada, paper.slug, 0, 'See my page.')).toMatchObject({
      data: { status: 'open' },
    });
    expect((await authors(paper.id))[0]).toMatchObject({ user_id: null, claim_status: null });
    const { claims } = await listClaimQueue();
    expect(claims).toMatchObject([
      {
        words: 'See my page.',
        author: { name: 'Ada Lovelace', position: 0 },
        claimant: { handle: ada.handle, orcid: null },
        sameName: 0,
        rivals: 0,
      },
    ]);
    const before = await rawSql()`select trending from papers where id = ${paper.id}`;
    expect(await settle(boss, ada, 'confirm')).toMatchObject({ ok: true });
    expect((await authors(paper.id))[0]).toMatchObject({
      user_id: ada.id,
      claim_status: 'verified',
    });
    expect(await statusOf(ada, paper.slug)).toBe('verified');
    const [after] = await rawSql()`select trending from papers where id = ${paper.id}`;
    expect(after?.trending).toBeLessThan(before[0]?.trending);
    expect(await rawSql()`select action, actor_id, user_id, reason from moderation_log`).toEqual([
      { action: 'verify_claim', actor_id: boss.id, user_id: ada.id, reason },
    ]);
    expect((await listClaimQueue()).claims).toEqual([]);
    expect(await settle(boss, ada, 'confirm')).toMatchObject({ reason: 'not_found' });
    expect(await allDrifts()).toEqual([]);
  });

  it('is refused with a reason, and can be made again a week later', async () => {
    const [eve, boss, paper] = [await createUser(), await moderator(), await paperOfTwo()];
    await claim(eve, paper.slug);
    expect(await settle(boss, eve, 'refuse')).toMatchObject({ ok: true });
    expect(await statusOf(eve, paper.slug)).toBe('refused');
    expect(
      await rawSql()`
        select user_id, detail, paper_id::int from notifications where kind = 'moderation'`,
    ).toEqual([{ user_id: eve.id, detail: 'refuse_claim', paper_id: paper.id }]);
    expect(await claim(eve, paper.slug)).toMatchObject({ reason: 'forbidden' });
    await rawSql()`update author_claims set decided_at = now() - interval '8 days'`;
    expect(await claim(eve, paper.slug)).toMatchObject({ data: { status: 'open' } });
    expect(await statusOf(eve, paper.slug)).toBe('open');
  });

  it('is one a paper and reader: another one changes it, and a confirmed one stands', async () => {
    const [ada, boss, paper] = [await createUser(), await moderator(), await paperOfTwo()];
    await claim(ada, paper.slug, 0);
    await claim(ada, paper.slug, 1, 'No, this one.');
    expect(await rawSql()`select position, words, status from author_claims`).toEqual([
      { position: 1, words: 'No, this one.', status: 'open' },
    ]);
    await settle(boss, ada, 'confirm');
    expect(await claim(ada, paper.slug, 1)).toMatchObject({ data: { status: 'verified' } });
    expect(await claim(ada, paper.slug, 0)).toMatchObject({ reason: 'conflict' });
    const eve = await createUser();
    expect(await claim(eve, paper.slug, 1)).toMatchObject({ reason: 'taken' });
    expect(await claim(eve, paper.slug, 2)).toMatchObject({ reason: 'not_found' });
    expect(await claim(eve, '9901.00001')).toMatchObject({ reason: 'not_found' });
  });

  it('of two who want one place goes to the one who is confirmed', async () => {
    const [ada, eve, boss] = [await createUser(), await createUser(), await moderator()];
    const paper = await paperOfTwo();
    await claim(ada, paper.slug);
    await claim(eve, paper.slug);
    expect((await listClaimQueue()).claims.map(({ rivals }) => rivals)).toEqual([1, 1]);
    await settle(boss, ada, 'confirm');
    expect(await settle(boss, eve, 'confirm')).toMatchObject({ reason: 'not_found' });
    expect(await settle(boss, eve, 'refuse')).toMatchObject({ ok: true });
  });

  it('is not settled by who made it, nor that of a moderator by another', async () => {
    const [boss, other, admin] = [
      await moderator(),
      await moderator(),
      await createUser({ role: 'admin' }),
    ];
    const paper = await paperOfTwo();
    await claim(boss, paper.slug);
    expect(await settle(boss, boss, 'confirm')).toMatchObject({ reason: 'forbidden' });
    expect(await settle(other, boss, 'confirm')).toMatchObject({ reason: 'forbidden' });
    expect(await settle(admin, boss, 'confirm')).toMatchObject({ ok: true });
  });

  it('finds its name where a new version has moved it, and lapses where it is gone', async () => {
    const [ada, boss, paper] = [await createUser(), await moderator(), await paperOfTwo()];
    await claim(ada, paper.slug);
    await rawSql()`update paper_authors set name = 'Somebody New' where position = 0`;
    expect(await settle(boss, ada, 'confirm')).toMatchObject({ reason: 'not_found' });
    await rawSql()`insert into paper_authors (paper_id, position, name)
      values (${paper.id}, 2, 'Ada Lovelace')`;
    expect(await settle(boss, ada, 'confirm')).toMatchObject({ ok: true });
    expect((await authors(paper.id)).map((row) => row.user_id)).toEqual([null, null, ada.id]);
  });

  it('is taken back, waiting or confirmed', async () => {
    const [ada, boss, paper] = [await createUser(), await moderator(), await paperOfTwo()];
    const back = () => withdrawClaim({ viewer: ada }, { paper: paper.slug });
    expect(await back()).toMatchObject({ reason: 'not_found' });
    await claim(ada, paper.slug);
    expect(await back()).toMatchObject({ ok: true });
    expect(await statusOf(ada, paper.slug)).toBeNull();
    await claim(ada, paper.slug);
    await settle(boss, ada, 'confirm');
    expect(await back()).toMatchObject({ ok: true });
    expect((await authors(paper.id))[0]).toMatchObject({ user_id: null, claim_status: null });
    expect(await statusOf(ada, paper.slug)).toBe('released');
    expect(await back()).toMatchObject({ reason: 'not_found' });
    expect(await allDrifts()).toEqual([]);
  });

  it(`waits with at most ${CLAIM_LIMITS.open} others`, async () => {
    const eve = await createUser();
    const papers = await Promise.all(
      Array.from({ length: CLAIM_LIMITS.open + 2 }, () => paperOfTwo()),
    );
    const results = await Promise.all(papers.map(({ slug }) => claim(eve, slug)));
    expect(results.filter((result) => result.ok)).toHaveLength(CLAIM_LIMITS.open);
    expect(results.find((result) => !result.ok)).toMatchObject({ reason: 'rate_limited' });
  });

  it('goes with the account', async () => {
    const [ada, paper] = [await createUser(), await paperOfTwo()];
    await claim(ada, paper.slug);
    await rawSql()`delete from users where id = ${ada.id}`;
    expect(await rawSql()`select from author_claims`).toHaveLength(0);
  });

  it.each([{ position: -1 }, { position: 1e9 }, { words: 'x'.repeat(501) }])(
    '%j is none',
    (wrong) => {
      const input = { paper: '2401.00001', position: 0, words: '', ...wrong };
      expect(claimInput.safeParse(input).success).toBe(false);
    },
  );
});

describe('a sign-in at ORCID', () => {
  it('confirms at once where the source of the paper gives the same iD', async () => {
    const [grace, paper] = [await createUser(), await paperOfTwo()];
    await signInAtOrcid(grace, ORCID);
    expect((await getClaiming(grace, paper.slug))?.proven).toBe(1);
    expect(await claim(grace, paper.slug, 1)).toMatchObject({ data: { status: 'verified' } });
    expect(await rawSql()`select action, actor_id, user_id from moderation_log`).toEqual([
      { action: 'verify_claim', actor_id: null, user_id: grace.id },
    ]);
  });

  it('proves nothing for another author, by another iD, or by the name alone', async () => {
    const paper = await paperOfTwo();
    const [grace, other, typed] = [
      await createUser(),
      await createUser({ name: 'Grace Hopper' }),
      await createUser({ name: 'Grace Hopper' }),
    ];
    await signInAtOrcid(grace, ORCID);
    await signInAtOrcid(other, '0000-0001-5109-3700');
    await rawSql()`update users set orcid = ${ORCID} where id = ${typed.id}`;
    expect(await claim(grace, paper.slug, 0)).toMatchObject({ data: { status: 'open' } });
    for (const viewer of [other, typed]) {
      expect(await claim(viewer, paper.slug, 1)).toMatchObject({ data: { status: 'open' } });
    }
  });
});

describe('doubts about a confirmed author', () => {
  async function falseAda() {
    const [eve, ada, boss] = [await createUser(), await createUser(), await moderator()];
    const paper = await paperOfTwo();
    await claim(eve, paper.slug);
    await settle(boss, eve, 'confirm');
    return { eve, ada, boss, paper, target: { paper: paper.slug, handle: eve.handle ?? '' } };
  }

  it('lead to the claim being taken back with what came of it, with a reason in the log', async () => {
    const { eve, ada, boss, paper, target } = await falseAda();
    const summary = 'Buy my course.';
    await correctPaper(
      { viewer: eve },
      { paper: paper.slug, summary, code: null, project: null, organization: null },
    );
    const words = 'I am Ada, and I do not know this account.';
    expect(await contestClaim({ viewer: ada }, { ...target, words })).toMatchObject({ ok: true });
    await contestClaim({ viewer: ada }, { ...target, words: `${words} Really.` });
    expect((await listClaimQueue()).contests).toMatchObject([
      { by: ada.handle, words: `${words} Really.`, claimant: { handle: eve.handle } },
    ]);
    const done = await settleContest({ viewer: boss }, { ...target, act: 'take_back', reason });
    expect(done).toMatchObject({ ok: true });
    expect((await authors(paper.id))[0]).toMatchObject({ user_id: null, claim_status: null });
    expect(await statusOf(eve, paper.slug)).toBe('released');
    expect((await listClaimQueue()).contests).toEqual([]);
    expect(await rawSql()`select summary, summary_by, corrected from papers`).toEqual([
      { summary: null, summary_by: null, corrected: [] },
    ]);
    expect(
      await rawSql()`select action, user_id from moderation_log order by id desc limit 1`,
    ).toEqual([{ action: 'release_claim', user_id: eve.id }]);
    expect(
      await rawSql()`select user_id, detail from notifications order by id desc limit 2`,
    ).toEqual([
      { user_id: ada.id, detail: 'contest_upheld' },
      { user_id: eve.id, detail: 'release_claim' },
    ]);
    expect(await claim(ada, paper.slug)).toMatchObject({ data: { status: 'open' } });
    expect(await allDrifts()).toEqual([]);
  });

  it('are found wrong with a reason, too, and nothing changes', async () => {
    const { eve, ada, boss, paper, target } = await falseAda();
    const keep = () => settleContest({ viewer: boss }, { ...target, act: 'keep', reason });
    expect(await keep()).toMatchObject({ reason: 'not_found' });
    await contestClaim({ viewer: ada }, { ...target, words: 'It is somebody else.' });
    expect(await keep()).toMatchObject({ ok: true });
    expect((await authors(paper.id))[0]).toMatchObject({ user_id: eve.id });
    expect((await listClaimQueue()).contests).toEqual([]);
    expect(await rawSql()`select action from moderation_log order by id desc limit 1`).toEqual([
      { action: 'keep_claim' },
    ]);
  });

  it('are for others to have, and about confirmed authors only', async () => {
    const { eve, ada, target } = await falseAda();
    const words = 'It is somebody else.';
    expect(await contestClaim({ viewer: eve }, { ...target, words })).toMatchObject({
      reason: 'forbidden',
    });
    const nobody = { ...target, handle: ada.handle ?? '', words };
    expect(await contestClaim({ viewer: eve }, nobody)).toMatchObject({ reason: 'not_found' });
    expect(contestInput.safeParse({ ...target, words: 'no' }).success).toBe(false);
  });
});

it('a page of a name shows all papers of it, and says who is confirmed on which', async () => {
  const [one, two] = [await paperOfTwo(), await paperOfTwo()];
  const ada = await createUser({ handle: 'ada' });
  await confirmAuthor('ada', { slug: one.slug, position: 1, reason });
  const page = await getAuthorPage('ADA lovelace', 1);
  expect(page?.papers.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  expect(page).toMatchObject({
    name: 'Ada Lovelace',
    readers: [{ handle: 'ada', papers: 1 }],
    more: false,
  });
  expect(await getAuthorPage('Ada', 1)).toBeNull();
  expect(await statusOf(ada, one.slug)).toBe('verified');
  await releaseAuthor({ slug: one.slug, position: 1, reason });
  expect(await statusOf(ada, one.slug)).toBe('released');
});
