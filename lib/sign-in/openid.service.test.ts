import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { type OidcStandIn, startOidc } from '@/e2e/stand-ins/oidc';
import { freePort } from '@/e2e/support/ports';
import { forgetEnv } from '@/lib/base/env';
import { arrive } from '@/lib/registry/arrive';
import { viewerOfToken } from '@/lib/web/session';
import { authGet, authPost } from './handler';

useTestDatabase();
const site = 'http://localhost:3000';
const SET = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
let oidc: OidcStandIn;

beforeAll(async () => {
  oidc = await startOidc(await freePort(), site);
  const { issuer, clientId, clientSecret } = oidc;
  Object.assign(process.env, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  });
  forgetEnv();
});
afterAll(async () => {
  for (const name of SET) delete process.env[name];
  forgetEnv();
  await oidc.close();
});
beforeEach(() => emptyTables('users', 'sessions', 'rate_limits'));

/** Returns names and values of the cookies that a response sets. */
const cookiesIn = (response: Response) =>
  response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');

async function leave(from = '/papers/new') {
  const response = await authPost(
    new Request(`${site}/api/auth/signin/oidc`, {
      method: 'POST',
      headers: { origin: site, host: 'localhost:3000' },
      body: new URLSearchParams({ from }),
    }),
    ['signin', 'oidc'],
    arrive,
  );
  const page = await response.text();
  const href = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page)?.[1] ?? '';
  return { response, href: href.replaceAll('&amp;', '&'), cookies: cookiesIn(response) };
}

/** Signs in at the provider as a browser would, and returns the address of our callback. */
async function visitProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = start;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12; step++) {
    if (next.startsWith(site)) return next;
    const response = await fetch(next, {
      method: body ? 'POST' : 'GET',
      body,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of cookiesIn(response)) {
      const at = line.indexOf('=');
      jar.set(line.slice(0, at), line.slice(at + 1));
    }
    const location = response.headers.get('location');
    const page = await response.text();
    body = undefined;
    if (location) {
      next = new URL(location, next).href;
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    next = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next).href;
    body = new URLSearchParams({ prompt, login, password: 'any' });
  }
  throw new Error('the provider did not lead back');
}

const comeBack = (address: string, cookies: string[]) =>
  authGet(
    new Request(address, { headers: { cookie: cookies.join('; '), host: 'localhost:3000' } }),
    ['callback', 'oidc'],
    arrive,
  );

async function signIn(login: string) {
  const { href, cookies } = await leave();
  return comeBack(await visitProvider(href, login), cookies);
}

const location = (response: Response) => response.headers.get('location');
const sessionOf = (response: Response) =>
  cookiesIn(response)
    .find((line) => line.startsWith('papertide-session='))
    ?.split('=')[1];

describe('an OpenID Connect provider', () => {
  it('is requested with state, nonce and PKCE, from a page that loads nothing', async () => {
    const { response, href } = await leave();
    expect(href.startsWith(oidc.issuer)).toBe(true);
    const asked = new URL(href).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.get(name)).toMatch(/^[\w-]{30,}$/);
    expect(asked.get('redirect_uri')).toBe(`${site}/api/auth/callback/oidc`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('creates a user with a verified address, and signs in the same user later', async () => {
    const first = await signIn('ada');
    expect(location(first)).toBe('/welcome?from=%2Fpapers%2Fnew');
    const viewer = await viewerOfToken(sessionOf(first));
    expect(viewer).toMatchObject({ handle: null, name: 'ada of the provider' });
    expect(await viewerOfToken(sessionOf(await signIn('ada')))).toEqual(viewer);
    expect(await rawSql()`select email, email_verified is not null as verified from users`).toEqual(
      [{ email: 'ada@example.org', verified: true }],
    );
  });

  it('does not set an unverified address', async () => {
    expect(sessionOf(await signIn('new-eve'))).toBeTruthy();
    expect(await rawSql()`select email, email_verified from users`).toEqual([
      { email: null, email_verified: null },
    ]);
  });

  it('is limited in new accounts per network and day, but not in existing ones', async () => {
    process.env.RATE_LIMIT_SIGN_UP = '2/day';
    forgetEnv();
    const [ways, refused] = [[] as boolean[], [] as (string | null)[]];
    for (const name of ['ada', 'bob', 'new-eve', 'ada']) {
      const back = await signIn(name);
      ways.push(sessionOf(back) !== undefined);
      if (!sessionOf(back)) refused.push(location(back));
    }
    delete process.env.RATE_LIMIT_SIGN_UP;
    forgetEnv();
    expect(ways).toEqual([true, true, false, true]);
    expect(refused).toEqual(['/sign-in?error=TooManyAccounts']);
    expect(await rawSql()`select id from users`).toHaveLength(2);
    const keys = await rawSql()`select mailbox_key from users where email is not null`;
    expect(keys.every((row) => row.mailbox_key !== null)).toBe(true);
  });

  it('does not open an account with the same address', async () => {
    await createUser({ email: 'ada@example.org' });
    const refused = await signIn('ada');
    expect(location(refused)).toBe('/sign-in?error=OAuthAccountNotLinked');
    expect(sessionOf(refused)).toBeUndefined();
    expect(await rawSql()`select user_id from accounts`).toEqual([]);
    expect(await rawSql()`select id from users`).toHaveLength(1);
  });

  it('does not connect its account to the viewer', async () => {
    const ada = sessionOf(await signIn('ada'));
    const { href, cookies } = await leave();
    const back = await comeBack(await visitProvider(href, 'bob'), [
      ...cookies,
      `papertide-session=${ada}`,
    ]);
    expect(await viewerOfToken(sessionOf(back))).toMatchObject({ name: 'bob of the provider' });
    expect(await viewerOfToken(ada)).toBeNull();
    expect(await rawSql()`select id from users`).toHaveLength(2);
  });

  it('creates one user from two tabs', async () => {
    const tabs = await Promise.all([leave(), leave()]);
    const back = await Promise.all(tabs.map(({ href }) => visitProvider(href, 'ada')));
    const both = await Promise.all(
      back.map((address, i) => comeBack(address, tabs[i]?.cookies ?? [])),
    );
    for (const response of both) expect(sessionOf(response)).toBeTruthy();
    expect(await rawSql()`select id from users`).toHaveLength(1);
  });

  it('is rejected without the cookies of this browser, with another state, or a second time', async () => {
    const { href, cookies } = await leave();
    const address = await visitProvider(href, 'ada');
    const forged = new URL(address);
    forged.searchParams.set('state', 'forged');
    const others = (await leave()).cookies;
    for (const [where, sent] of [
      [address, []],
      [forged.href, cookies],
      [address, others],
    ] as const) {
      expect(location(await comeBack(where, [...sent]))).toMatch(/^\/sign-in\?error=OAuthCallback/);
    }
    expect(sessionOf(await comeBack(address, cookies))).toBeTruthy();
    expect(sessionOf(await comeBack(address, cookies))).toBeUndefined();
    const denied = `${site}/api/auth/callback/oidc?error=access_denied&error_description=%3Cb%3E`;
    expect(location(await comeBack(denied, cookies))).toBe('/sign-in?error=Callback');
  });

  it('that does not respond causes a message', async () => {
    process.env.OIDC_ISSUER = `http://localhost:${await freePort()}`;
    forgetEnv();
    const { response } = await leave('/papers/new');
    expect(location(response)).toBe('/sign-in?error=OAuthSignin&from=%2Fpapers%2Fnew');
    process.env.OIDC_ISSUER = oidc.issuer;
    forgetEnv();
  });
});
