import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { correctPaper } from '@/lib/corrections/service';
import { listClaimQueue } from './data';
import { contestInput } from './schema';
import { contestClaim, settleContest } from './service';
import { authors, claim, moderator, paperOfTwo, reason, settle, statusOf } from './testing/claims';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'moderation_log'));

describe('a contest of a confirmed author', () => {
  async function falseAda() {
    const [eve, ada, boss] = [await createUser(), await createUser(), await moderator()];
    const paper = await paperOfTwo();
    await claim(eve, paper.slug);
    await settle(boss, eve, 'confirm');
    return { eve, ada, boss, paper, target: { paper: paper.slug, handle: eve.handle ?? '' } };
  }

  it('leads to a release of the claim and its effects, with a reason in the log', async () => {
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

  it('can be dismissed with a reason, and nothing changes', async () => {
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

  it('is open to other users only, and about confirmed authors only', async () => {
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
