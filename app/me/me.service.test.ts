import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { createSession } from '@/db/queries/accounts';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { hashToken } from '@/lib/base/secrets';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import { POST } from '../do/[concept]/[verb]/route';
import { GET as getPapers } from './papers/route';
import { GET as getMe } from './route';

// There is no page cache outside of Next.

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'rate_limits'));
afterEach(() => {
  delete process.env.RATE_LIMIT_API;
  forgetEnv();
});

const site = 'http://localhost:3000';
const noParams = { params: Promise.resolve({}) };

async function signedIn(viewer: Viewer): Promise<{ cookie: string }> {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(Date.now() + 60_000);
  await createSession({ tokenHash: hashToken(token), userId: viewer.id, expires });
  return { cookie: `papertide-session=${token}; papertide_hint=1` };
}

const get = (handler: typeof getMe, path: string, headers: Record<string, string> = {}) =>
  handler(new Request(`${site}${path}`, { headers }), noParams);

const me = async (headers: Record<string, string> = {}) => {
  const response = await get(getMe, '/me', headers);
  return { response, body: await response.json(), cookies: response.headers.getSetCookie() };
};

describe('GET /me', () => {
  it('identifies a visitor, a newcomer and a member, and returns nothing else', async () => {
    expect((await me()).body).toEqual({ viewer: null, needsHandle: false, unread: 0, waiting: 0 });
    const newcomer = await signedIn(await createUser({ handle: null, email: 'ada@example.org' }));
    expect((await me(newcomer)).body).toEqual({
      viewer: { handle: null, name: null, role: 'member', banned: false },
      needsHandle: true,
      unread: 0,
      waiting: 0,
    });
    const admin = await signedIn(
      await createUser({ handle: 'ada', name: 'Ada L.', role: 'admin' }),
    );
    const { body, response } = await me(admin);
    expect(body).toEqual({
      viewer: { handle: 'ada', name: 'Ada L.', role: 'admin', banned: false },
      needsHandle: false,
      unread: 0,
      waiting: 0,
    });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('clears only the cookies of an expired session', async () => {
    expect((await me()).cookies).toEqual([]);
    const live = await signedIn(await createUser());
    expect((await me(live)).cookies).toEqual([]);
    await rawSql()`delete from sessions`;
    const { cookies } = await me(live);
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/^papertide[-_]\w+=; Path=\/; Max-Age=0/);
  });

  it('returns 429 above the rate limit', async () => {
    process.env.RATE_LIMIT_API = '2/5min';
    forgetEnv();
    const first = (await me()).response;
    expect(first.headers.get('ratelimit-policy')).toBe('"api";q=2;w=300');
    expect(first.headers.get('ratelimit')).toBe('"api";r=1;t=150');
    await me();
    const { response, body } = await me();
    expect(response.status).toBe(429);
    expect(body.code).toBe('rate_limited');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(100);
    expect((await me(await signedIn(await createUser()))).response.status).toBe(200);
  });
});

describe('GET /me/papers', () => {
  it('returns own upvotes and live counts of the requested papers', async () => {
    const ada = await createUser();
    const [one, two, three] = [await createPaper(), await createPaper(), await createPaper()];
    await setUpvote({ viewer: ada }, { paperId: two.id, upvoted: true });
    const viewer = await createUser();
    await setUpvote({ viewer }, { paperId: three.id, upvoted: true });
    const ids = `${one.id},${two.id},${three.id},999999`;
    const response = await get(getPapers, `/me/papers?ids=${ids}`, await signedIn(ada));
    const body = await response.json();
    expect(body.upvoted).toEqual([two.id]);
    expect(body.counts).toEqual({
      [one.id]: { upvotes: 0, comments: 0 },
      [two.id]: { upvotes: 1, comments: 0 },
      [three.id]: { upvotes: 1, comments: 0 },
    });
    expect(Date.parse(body.asOf)).toBeGreaterThan(Date.now() - 60_000);
  });

  it.each([
    '',
    '?ids=',
    '?ids=a',
    '?ids=1,,2',
    '?ids=-1',
    '?ids=1.5',
    '?ids=1e3',
    `?ids=${'9'.repeat(16)}`,
    `?ids=1%00`,
    `?ids=${Array.from({ length: 201 }, (_, i) => i).join(',')}`,
  ])('refuses %s', async (query) => {
    const response = await get(getPapers, `/me/papers${query}`, await signedIn(await createUser()));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid', error: expect.any(String) });
  });

  it('requires a signed-in user', async () => {
    expect((await get(getPapers, '/me/papers?ids=1')).status).toBe(401);
  });
});

describe('POST /do/people/pickHandle', () => {
  const post = (fields: Record<string, string>, headers: Record<string, string>) =>
    POST(
      new Request(`${site}/do/people/pickHandle`, {
        method: 'POST',
        headers: { origin: site, ...headers },
        body: new URLSearchParams(fields),
      }),
      { params: Promise.resolve({ concept: 'people', verb: 'pickHandle' }) },
    );
  const location = (response: Response) => response.headers.get('location');

  it('sets the handle once and redirects back', async () => {
    const cookie = await signedIn(await createUser({ handle: null }));
    const given = await post({ handle: 'Ada', from: '/papers/new' }, cookie);
    expect([given.status, location(given)]).toEqual([303, '/papers/new']);
    expect((await me(cookie)).body.viewer.handle).toBe('ada');
    expect(location(await post({ handle: 'bob', from: '//evil.example' }, cookie))).toBe('/');
    expect((await me(cookie)).body.viewer.handle).toBe('ada');
  });

  it('redirects to the form with the rejected handle, and visitors to sign-in', async () => {
    await createUser({ handle: 'ada' });
    const cookie = await signedIn(await createUser({ handle: null }));
    expect(location(await post({ handle: 'ADA' }, cookie))).toBe('/welcome?error=taken&handle=ADA');
    expect(location(await post({ handle: 'a b' }, cookie))).toBe(
      '/welcome?error=invalid&handle=a+b',
    );
    expect(location(await post({ handle: 'eve' }, {}))).toBe('/sign-in');
  });

  it('refuses cross-site requests', async () => {
    const cookie = await signedIn(await createUser({ handle: null }));
    const forged = await post({ handle: 'eve' }, { ...cookie, origin: 'https://evil.example' });
    expect(forged.status).toBe(403);
    expect((await me(cookie)).body.viewer.handle).toBeNull();
  });
});
