import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/env';
import { listLocalMails } from '@/lib/mail/service';
import { authGet, authPost } from './handler';
import { hashToken } from './secrets';
import { viewerOfToken } from './session';

useTestDatabase();
beforeAll(() => {
  process.env.PAPERTIDE_EMBEDDED = '1';
  forgetEnv();
});
beforeEach(
  () => rawSql()`truncate users, sessions, verification_tokens, mails, rate_limits cascade`,
);

const site = 'http://localhost:3000';
const browser = {
  origin: site,
  host: 'localhost:3000',
  'x-papertide-address': '127.0.0.1',
};

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const request = new Request(`${site}/api/auth/${path}`, {
    method: 'POST',
    headers: { ...browser, ...headers },
    body: new URLSearchParams(fields),
  });
  return authPost(request, path.split('/'));
}

function get(path: string, headers: Record<string, string> = {}) {
  const url = new URL(`${site}/api/auth/${path}`);
  return authGet(
    new Request(url, { headers: { ...browser, ...headers } }),
    url.pathname.split('/').slice(3),
  );
}

const location = (response: Response) => response.headers.get('location');

const cookie = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]?.split('=') ?? [])
    .find(([key]) => key === name)?.[1];

/** The fields of the confirm page's form, from the last mail. */
async function mailedLink() {
  const [mail] = await listLocalMails();
  const href = /http\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  return { href, fields: Object.fromEntries(new URL(href).searchParams) };
}

const enter = async (email: string, from = '/') => {
  await post('signin/email', { email, from });
  return post('callback/email', (await mailedLink()).fields);
};

describe('signing in by mail', () => {
  it('mails a link to our page; its button opens a session and leads to the handle, then back', async () => {
    const asked = await post('signin/email', {
      email: ' Ada@Example.ORG',
      from: '/papers/2201.04388',
    });
    expect([asked.status, location(asked)]).toEqual([303, '/sign-in/check-mail']);
    const { href, fields } = await mailedLink();
    expect(href).toMatch(/^http:\/\/localhost:3000\/sign-in\/confirm\?/);
    expect(fields).toMatchObject({ email: 'ada@example.org', from: '/papers/2201.04388' });

    const entered = await post('callback/email', fields);
    expect([entered.status, location(entered)]).toEqual([
      303,
      '/welcome?from=%2Fpapers%2F2201.04388',
    ]);
    expect(cookie(entered, 'papertide_hint')).toBe('1');
    const token = cookie(entered, 'papertide-session');
    expect(await viewerOfToken(token)).toMatchObject({ handle: null, banned: false });
    const lines = entered.headers.getSetCookie();
    expect(lines.find((line) => line.startsWith('papertide-session='))).toMatch(
      /HttpOnly.*SameSite=Lax/,
    );
    expect(lines.find((line) => line.startsWith('papertide_hint='))).not.toMatch(/HttpOnly/);
    expect(lines.some((line) => line.includes('csrf'))).toBe(false);
  });

  it('leads a reader who has a handle straight back, and ends the session before', async () => {
    await createUser({ handle: 'ada', email: 'ada@example.org' });
    const first = cookie(await enter('ada@example.org'), 'papertide-session');
    await post('signin/email', { email: 'ada@example.org', from: '/papers/new' });
    const again = await post('callback/email', (await mailedLink()).fields, {
      cookie: `papertide-session=${first}`,
    });
    expect(location(again)).toBe('/papers/new');
    expect(await viewerOfToken(first)).toBeNull();
    expect(await viewerOfToken(cookie(again, 'papertide-session'))).toMatchObject({
      handle: 'ada',
    });
  });

  it('stores hashes only, and mail sealed', async () => {
    await post('signin/email', { email: 'ada@example.org' });
    const { fields } = await mailedLink();
    const token = cookie(await post('callback/email', fields), 'papertide-session') ?? '';
    const tables = await rawSql()`
      select (select json_agg(s) from sessions s) as sessions, (select json_agg(m) from mails m) as mails,
        (select json_agg(l) from rate_limits l) as limits`;
    const stored = JSON.stringify(tables);
    expect(stored).toContain(hashToken(token));
    for (const secret of [token, fields.token ?? '', 'ada@example.org', '127.0.0.1']) {
      expect(stored).not.toContain(secret);
    }
  });

  it('lets one of many in with one link, and nobody after an hour', async () => {
    await post('signin/email', { email: 'ada@example.org' });
    const { fields } = await mailedLink();
    const [stored] = await rawSql()`select token_hash from verification_tokens`;
    expect(stored?.token_hash).not.toBe(fields.token);
    const all = await Promise.all(Array.from({ length: 12 }, () => post('callback/email', fields)));
    expect(all.filter((response) => cookie(response, 'papertide-session'))).toHaveLength(1);
    expect(
      all.filter((response) => location(response) === '/sign-in?error=Verification'),
    ).toHaveLength(11);

    await post('signin/email', { email: 'ada@example.org' });
    await rawSql()`update verification_tokens set expires = expires - interval '61 minutes'`;
    const late = await post('callback/email', (await mailedLink()).fields);
    expect(location(late)).toBe('/sign-in?error=Verification');
  });

  it('makes one reader of two links that are opened at once', async () => {
    await post('signin/email', { email: 'ada@example.org' });
    const first = (await mailedLink()).fields;
    await post('signin/email', { email: 'ADA@example.org' });
    const second = (await mailedLink()).fields;
    const both = await Promise.all([first, second].map((fields) => post('callback/email', fields)));
    for (const response of both) expect(cookie(response, 'papertide-session')).toBeTruthy();
    expect(await rawSql()`select id from users`).toHaveLength(1);
  });

  it('does not take a link for another address, or a wrong one', async () => {
    await post('signin/email', { email: 'ada@example.org' });
    const { fields } = await mailedLink();
    for (const wrong of [
      { ...fields, email: 'eve@example.org' },
      { ...fields, token: 'x'.repeat(43) },
      { email: fields.email ?? '' },
      { token: fields.token ?? '' },
    ]) {
      expect(location(await post('callback/email', wrong))).toBe('/sign-in?error=Verification');
    }
    expect(cookie(await post('callback/email', fields), 'papertide-session')).toBeTruthy();
  });

  it('answers the same for known and unknown addresses', async () => {
    await createUser({ email: 'ada@example.org' });
    const [known, unknown] = [
      await post('signin/email', { email: 'ada@example.org' }),
      await post('signin/email', { email: 'bob@example.org' }),
    ];
    expect([...known.headers]).toEqual([...unknown.headers]);
    expect(await rawSql()`select count(*)::int as n from mails`).toEqual([{ n: 2 }]);
  });

  it('refuses what is no single address, and too many mails to one', async () => {
    const bad = await post('signin/email', {
      email: 'ada@example.org,eve@evil.example',
      from: '/papers',
    });
    expect(location(bad)).toBe('/sign-in?error=EmailAddress&from=%2Fpapers');
    for (let i = 0; i < 6; i++) await post('signin/email', { email: 'ada@example.org' });
    const limited = await post('signin/email', { email: 'ada@example.org' });
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await rawSql()`select count(*)::int as n from mails`).toEqual([{ n: 6 }]);
  });

  it('is off for other machines, where nobody could read the mail', async () => {
    const elsewhere: Record<string, string>[] = [
      { 'x-papertide-address': '192.0.2.1' },
      { host: 'evil.example', origin: 'http://evil.example' },
    ];
    for (const headers of elsewhere) {
      const answer = await post('signin/email', { email: 'ada@example.org' }, headers);
      expect(location(answer)).toBe('/sign-in?error=MailOff');
    }
    expect(await rawSql()`select id from mails`).toEqual([]);
  });
});

describe('what a stranger cannot do', () => {
  it.each(['signin/email', 'callback/email', 'signout'])(
    'post to %s from another site',
    async (path) => {
      for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
        expect((await post(path, { email: 'ada@example.org' }, headers)).status).toBe(403);
      }
    },
  );

  it('use a link by a GET, or sign anybody out by one', async () => {
    await post('signin/email', { email: 'ada@example.org', from: '/papers/new' });
    const { fields } = await mailedLink();
    const opened = await get(
      `callback/email?${new URLSearchParams({ ...fields, callbackUrl: '/papers/new' })}`,
    );
    expect(location(opened)).toMatch(/^\/sign-in\/confirm\?token=/);
    expect(opened.headers.getSetCookie()).toEqual([]);
    const token = cookie(await post('callback/email', fields), 'papertide-session') ?? '';
    expect(location(await get('signout', { cookie: `papertide-session=${token}` }))).toBe('/');
    expect(await viewerOfToken(token)).not.toBeNull();
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'be led to %s',
    async (from) => {
      await createUser({ handle: 'ada', email: 'ada@example.org' });
      expect(location(await enter('ada@example.org', from))).toBe('/');
      const link = (await mailedLink()).fields;
      expect(link.from).toBeUndefined();
      await post('signin/email', { email: 'ada@example.org' });
      const crafted = { ...(await mailedLink()).fields, from };
      expect(location(await post('callback/email', crafted))).toBe('/');
      expect(location(await post('signout', { from }))).toBe('/');
      expect(location(await get(`signin?callbackUrl=${encodeURIComponent(from)}`))).toBe(
        '/sign-in',
      );
    },
  );

  it.each([
    'session',
    'csrf',
    'providers',
    'callback/github',
    'callback/credentials',
    'nonsense',
    '_log',
  ])('find anything at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
    expect((await post(path, {})).status).toBe(404);
  });

  it('send a body that is no form, or a large one', async () => {
    const request = (body: BodyInit, type: string) =>
      authPost(
        new Request(`${site}/api/auth/signin/email`, {
          method: 'POST',
          headers: { ...browser, 'content-type': type },
          body,
        }),
        ['signin', 'email'],
      );
    expect((await request('{"email":"a@b.org"}', 'application/json')).status).toBe(400);
    const large = `email=${'a'.repeat(1024 * 1024)}`;
    expect((await request(large, 'application/x-www-form-urlencoded')).status).toBe(413);
  });
});

describe('a session', () => {
  it('ends at sign-out, for that browser only', async () => {
    const one = cookie(await enter('ada@example.org'), 'papertide-session') ?? '';
    const two = cookie(await enter('ada@example.org'), 'papertide-session') ?? '';
    const out = await post(
      'signout',
      { from: '/papers/new' },
      { cookie: `papertide-session=${one}` },
    );
    expect(location(out)).toBe('/papers/new');
    expect(out.headers.getSetCookie().every((line) => line.includes('Max-Age=0'))).toBe(true);
    expect(await viewerOfToken(one)).toBeNull();
    expect(await viewerOfToken(two)).not.toBeNull();
  });

  it('ends at a ban, at its time, and with its reader', async () => {
    const sign = async () => cookie(await enter('ada@example.org'), 'papertide-session');
    const token = await sign();
    await rawSql()`update users set banned_at = now()`;
    expect(await viewerOfToken(token)).toBeNull();
    expect(await viewerOfToken(await sign())).toMatchObject({ banned: true });
    await rawSql()`update users set banned_at = null`;
    await rawSql()`update sessions set expires = now() - interval '1 second'`;
    expect(await viewerOfToken(token)).toBeNull();
    const last = await sign();
    expect(await viewerOfToken(last)).not.toBeNull();
    await rawSql()`delete from users`;
    expect(await viewerOfToken(last)).toBeNull();
  });

  it('is not opened by its hash, or by nonsense', async () => {
    const token = cookie(await enter('ada@example.org'), 'papertide-session') ?? '';
    for (const wrong of [hashToken(token), '', "' or 1=1", 'x'.repeat(43), undefined]) {
      expect(await viewerOfToken(wrong)).toBeNull();
    }
  });
});
