import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { hashToken } from '@/lib/base/secrets';
import { unseal } from '@/lib/mail/seal';
import { arrive } from '@/lib/registry/arrive';
import { viewerOfToken } from '@/lib/web/session';
import { authPost } from './handler';
import { cookie, enter, get, location, mailedLink, post, site } from './testing/browser';

useTestDatabase();
beforeAll(() => {
  process.env.PAPERTIDE_EMBEDDED = '1';
  forgetEnv();
});
beforeEach(() => emptyTables('users', 'sessions', 'verification_tokens', 'mails', 'rate_limits'));

describe('a stranger cannot', () => {
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
    'redirect to %s',
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
          headers: { origin: site, 'content-type': type },
          body,
        }),
        ['signin', 'email'],
        arrive,
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

  it('ends at a ban, at its expiry, and with its user', async () => {
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

  it('is not opened by its hash, or by malformed tokens', async () => {
    const token = cookie(await enter('ada@example.org'), 'papertide-session') ?? '';
    for (const wrong of [hashToken(token), '', "' or 1=1", 'x'.repeat(43), undefined]) {
      expect(await viewerOfToken(wrong)).toBeNull();
    }
  });
});

describe('under https', () => {
  afterEach(() => {
    delete process.env.SITE_URL;
    delete process.env.SMTP_URL;
    delete process.env.MAIL_FROM;
    forgetEnv();
  });

  it('cookies are secure and limited to this host, whatever host is requested', async () => {
    Object.assign(process.env, {
      SITE_URL: 'https://papers.example',
      SMTP_URL: 'smtp://localhost:1',
      MAIL_FROM: 'hello@papers.example',
    });
    forgetEnv();
    const https = { origin: 'https://papers.example', host: 'app:3000' };
    await post('signin/email', { email: 'ada@example.org' }, https);
    const [row] = await rawSql()`select id, sealed from mails`;
    const mail = JSON.parse(unseal(row?.sealed, row?.id));
    const [href = ''] = /https:\S+/.exec(mail.text) ?? [];
    expect(href).toMatch(/^https:\/\/papers\.example\/sign-in\/confirm\?/);
    const fields = Object.fromEntries(new URL(href).searchParams);
    const entered = await post('callback/email', fields, https);
    expect(location(entered)).toBe('/welcome');
    const lines = entered.headers.getSetCookie();
    expect(lines.find((line) => line.startsWith('__Host-papertide-session='))).toMatch(
      /^[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    for (const line of lines) expect(line).toMatch(/; Secure/);
  });
});

describe('while the database is away', () => {
  let url: string | undefined;
  const reach = async (address: string | undefined) => {
    await closeDatabase();
    process.env.DATABASE_URL = address;
    forgetEnv();
  };
  beforeEach(async () => {
    url = process.env.DATABASE_URL;
    await reach('postgres://nobody@127.0.0.1:1/none');
  });
  afterEach(() => reach(url));

  it('no mail, used link or ended session is reported', async () => {
    const responses = [
      await post('signin/email', { email: 'ada@example.org' }),
      await post('callback/email', { email: 'ada@example.org', token: 'x'.repeat(43) }),
      await post('signout', {}, { cookie: `papertide-session=${'x'.repeat(43)}` }),
    ];
    for (const response of responses) {
      expect(response.status).toBe(503);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });
});
