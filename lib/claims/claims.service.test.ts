import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { postComment } from '@/lib/comments/service';
import { getAuthorPage, getClaiming, listClaimQueue } from './data';
import { confirmAuthor, releaseAuthor } from './operator';
import { CLAIM_LIMITS, claimInput } from './schema';
import { withdrawClaim } from './service';
import {
  authors,
  claim,
  moderator,
  ORCID,
  paperOfTwo,
  reason,
  settle,
  signInAtOrcid,
  statusOf,
} from './testing/claims';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'moderation_log'));

describe('a claim', () => {
  it('waits for a moderator, whose decision names the author on the paper and in the log', async () => {
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

  it('is refused with a reason, and can be made again after a week', async () => {
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

  it('is unique per paper and user: a second one replaces it, a confirmed one stays', async () => {
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

  it('of two for one place, the confirmed one gets it', async () => {
    const [ada, eve, boss] = [await createUser(), await createUser(), await moderator()];
    const paper = await paperOfTwo();
    await claim(ada, paper.slug);
    await claim(eve, paper.slug);
    expect((await listClaimQueue()).claims.map(({ rivals }) => rivals)).toEqual([1, 1]);
    await settle(boss, ada, 'confirm');
    expect(await settle(boss, eve, 'confirm')).toMatchObject({ reason: 'not_found' });
    expect(await settle(boss, eve, 'refuse')).toMatchObject({ ok: true });
  });

  it('is not decided by its author, nor that of a moderator by another', async () => {
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

  it('follows its name to another position in a new version, and lapses if it is gone', async () => {
    const [ada, boss, paper] = [await createUser(), await moderator(), await paperOfTwo()];
    await claim(ada, paper.slug);
    await rawSql()`update paper_authors set name = 'Somebody New' where position = 0`;
    expect(await settle(boss, ada, 'confirm')).toMatchObject({ reason: 'not_found' });
    await rawSql()`insert into paper_authors (paper_id, position, name)
      values (${paper.id}, 2, 'Ada Lovelace')`;
    expect(await settle(boss, ada, 'confirm')).toMatchObject({ ok: true });
    expect((await authors(paper.id)).map((row) => row.user_id)).toEqual([null, null, ada.id]);
  });

  it('is withdrawn, open or confirmed', async () => {
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

  it('is deleted with the account', async () => {
    const [ada, paper] = [await createUser(), await paperOfTwo()];
    await claim(ada, paper.slug);
    await rawSql()`delete from users where id = ${ada.id}`;
    expect(await rawSql()`select from author_claims`).toHaveLength(0);
  });

  it.each([{ position: -1 }, { position: 1e9 }, { words: 'x'.repeat(501) }])(
    '%j is no claim',
    (wrong) => {
      const input = { paper: '2401.00001', position: 0, words: '', ...wrong };
      expect(claimInput.safeParse(input).success).toBe(false);
    },
  );
});

describe('a sign-in at ORCID', () => {
  it('confirms at once if the source of the paper names the same iD', async () => {
    const [grace, paper] = [await createUser(), await paperOfTwo()];
    await signInAtOrcid(grace, ORCID);
    expect((await getClaiming(grace, paper.slug))?.proven).toBe(1);
    expect(await claim(grace, paper.slug, 1)).toMatchObject({ data: { status: 'verified' } });
    expect(await rawSql()`select action, actor_id, user_id from moderation_log`).toEqual([
      { action: 'verify_claim', actor_id: null, user_id: grace.id },
    ]);
  });

  it('proves nothing for another author, with another iD, or by the name alone', async () => {
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

it('an author page lists all papers of the name and who is confirmed on which', async () => {
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
