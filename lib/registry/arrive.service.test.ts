import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { createSession } from '@/db/queries/accounts';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { hashToken } from '@/lib/base/secrets';
import { cookie, location, mailedLink, post, site } from '@/lib/sign-in/testing/browser';
import { handleForm } from '@/lib/web/form';
import { arrive } from './arrive';
import { findForm } from './find';

useTestDatabase();
beforeAll(() => {
  process.env.PAPERTIDE_EMBEDDED = '1';
  forgetEnv();
});
beforeEach(() => emptyTables('users', 'papers', 'sessions', 'mails', 'rate_limits'));

/** Submits a form of this site, as a browser with these cookies. */
async function press(name: string, fields: Record<string, string>, sent: object = {}) {
  const [concept = '', verb = ''] = name.split('/');
  const form = await findForm(concept, verb);
  if (!form) throw new Error(`no form ${name}`);
  const request = new Request(`${site}/do/${name}`, {
    method: 'POST',
    headers: { origin: site, host: 'localhost:3000', ...sent },
    body: new URLSearchParams(fields),
  });
  return handleForm(form, request, arrive);
}

const INTENT = 'papertide-intent';
const intentOf = (response: Response) => `${INTENT}=${cookie(response, INTENT) ?? ''}`;

/** Signs in by mail with the cookies of the same browser. */
async function enter(email: string, from: string, sent: string, handle = '') {
  await post('signin/email', { email, from });
  const { fields } = await mailedLink();
  return post('callback/email', { ...fields, handle }, { cookie: sent });
}

const countVotes = async () =>
  (await rawSql()`select count(*)::int as n from upvotes`)[0]?.n as number;

describe('an intent before signing in', () => {
  it('is an upvote: cast once the new user has a handle, shown on the paper, and deleted', async () => {
    const { id, slug } = await createPaper({ title: 'SlimFlow', listed: true });
    const paper = `/papers/${slug}`;
    const pressed = await press('votes/setUpvote', { paperId: String(id), upvoted: 'true' });
    expect(location(pressed)).toBe(`/sign-in?from=${encodeURIComponent(paper)}`);
    const entered = await enter('ada@example.org', paper, intentOf(pressed));
    expect(location(entered)).toBe(`/welcome?from=${encodeURIComponent(paper)}`);
    expect(await countVotes()).toBe(0);
    const session = `papertide-session=${cookie(entered, 'papertide-session')}`;
    const picked = await press(
      'people/pickHandle',
      { handle: 'ada', from: paper },
      { cookie: `${session}; ${intentOf(pressed)}` },
    );
    expect(location(picked)).toBe(`${paper}#upvoted-${id}`);
    expect(await countVotes()).toBe(1);
    expect(picked.headers.getSetCookie().join()).toMatch(`${INTENT}=; Path=/; Max-Age=0`);
  });

  it('is carried out with a handle chosen on the page of the link', async () => {
    const { id, slug } = await createPaper({ listed: true });
    const paper = `/papers/${slug}`;
    const pressed = await press('votes/setUpvote', { paperId: String(id), upvoted: 'true' });
    const entered = await enter('ada@example.org', paper, intentOf(pressed), 'ada');
    expect(location(entered)).toBe(`${paper}#upvoted-${id}`);
    const [user] = await rawSql()`select handle from users where email = 'ada@example.org'`;
    expect(user).toEqual({ handle: 'ada' });
    expect(await countVotes()).toBe(1);
  });

  it('waits for another handle if the chosen one is taken', async () => {
    await createUser({ handle: 'ada' });
    const { id, slug } = await createPaper({ listed: true });
    const pressed = await press('votes/setUpvote', { paperId: String(id), upvoted: 'true' });
    const entered = await enter('a@example.org', `/papers/${slug}`, intentOf(pressed), 'ada');
    expect(location(entered)).toMatch(/^\/welcome\?error=taken&handle=ada&from=/);
    expect(await countVotes()).toBe(0);
  });

  it('is a follow', async () => {
    await createUser({ handle: 'ada', email: 'ada@example.org' });
    const pressed = await press('follows/setFollow', {
      kind: 'topic',
      value: 'cs.LG',
      following: 'true',
      from: '/topics/cs.LG',
    });
    expect(location(pressed)).toBe('/sign-in?from=%2Ftopics%2Fcs.LG');
    const entered = await enter('ada@example.org', '/topics/cs.LG', intentOf(pressed));
    expect(location(entered)).toBe('/topics/cs.LG');
    expect(await rawSql()`select count(*)::int as n from follows`).toEqual([{ n: 1 }]);
  });
});

describe('an upvote from another browser', () => {
  it.each([
    ['without its cookie', () => ''],
    [
      'with a changed cookie',
      (sent: string) => sent.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ],
  ])('is not cast %s', async (_, spoil) => {
    await createUser({ handle: 'ada', email: 'ada@example.org' });
    const { id, slug } = await createPaper({ listed: true });
    const pressed = await press('votes/setUpvote', { paperId: String(id), upvoted: 'true' });
    // The last character of a signature has unused bits, so this changes an earlier one.
    const sent = spoil(intentOf(pressed).slice(0, -10)) + intentOf(pressed).slice(-10);
    const cookies = spoil(intentOf(pressed)) === '' ? '' : sent;
    expect(location(await enter('ada@example.org', `/papers/${slug}`, cookies))).toBe(
      `/papers/${slug}`,
    );
    expect(await countVotes()).toBe(0);
  });

  it('is not cast by a sign-in that started elsewhere', async () => {
    await createUser({ handle: 'ada', email: 'ada@example.org' });
    const { id } = await createPaper({ listed: true });
    const pressed = await press('votes/setUpvote', { paperId: String(id), upvoted: 'true' });
    expect(location(await enter('ada@example.org', '/papers/new', intentOf(pressed)))).toBe(
      '/papers/new',
    );
    expect(await countVotes()).toBe(0);
  });

  it('is not stored for another site, for a removal, or for an unknown paper', async () => {
    const { id } = await createPaper({ listed: true });
    const vote = { paperId: String(id), upvoted: 'true' };
    const foreign = await press('votes/setUpvote', vote, { origin: 'https://evil.example' });
    expect([foreign.status, foreign.headers.getSetCookie()]).toEqual([403, []]);
    for (const fields of [
      { ...vote, upvoted: 'false' },
      { ...vote, paperId: String(id + 1) },
      { ...vote, paperId: 'x' },
    ]) {
      const pressed = await press('votes/setUpvote', fields);
      expect([pressed.status, pressed.headers.getSetCookie()]).toEqual([303, []]);
    }
  });
});

it('a signed-in user votes without scripts and returns to the row', async () => {
  const viewer = await createUser();
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(Date.now() + 60_000);
  await createSession({ tokenHash: hashToken(token), userId: viewer.id, expires });
  const { id, slug } = await createPaper({ listed: true });
  const sent = { cookie: `papertide-session=${token}`, referer: `${site}/papers/new?x=1` };
  const fields = { paperId: String(id), from: `/papers/${slug}`, place: '3' };
  const voted = await press('votes/setUpvote', { ...fields, upvoted: 'true' }, sent);
  expect(location(voted)).toBe(`/papers/new?x=1#upvoted-${id}`);
  expect(await countVotes()).toBe(1);
  const undone = await press(
    'votes/setUpvote',
    { ...fields, upvoted: 'false' },
    { cookie: sent.cookie },
  );
  expect(location(undone)).toBe(`/papers/${slug}#upvote-${id}`);
  expect(await countVotes()).toBe(0);
});
