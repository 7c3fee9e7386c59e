import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { hashToken } from '@/lib/base/secrets';
import { viewerOfToken } from '@/lib/web/session';
import { cookie, enter, location, mailedLink, post } from './testing/browser';

useTestDatabase();
beforeAll(() => {
  process.env.PAPERTIDE_EMBEDDED = '1';
  forgetEnv();
});
beforeEach(() =>
  emptyTables('users', 'sessions', 'sign_in_codes', 'verification_tokens', 'mails', 'rate_limits'),
);

describe('signing in by mail', () => {
  it('mails a link to our page; its button creates a session and continues with the handle, then back', async () => {
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

  it('redirects a user with a handle straight back, and ends the previous session', async () => {
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

  it('stores hashes only, and sealed mail', async () => {
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

  it('invalidates all other links of an address when one is used', async () => {
    const links = [];
    for (let n = 0; n < 3; n++) {
      await post('signin/email', { email: 'ada@example.org' });
      links.push((await mailedLink()).fields);
    }
    await post('signin/email', { email: 'bob@example.org' });
    const other = (await mailedLink()).fields;
    const opens = async (fields: Record<string, string>) =>
      cookie(await post('callback/email', fields), 'papertide-session') !== undefined;
    expect(new Set(links.map(({ token }) => token)).size).toBe(3);
    expect(await opens(links[1] ?? {})).toBe(true);
    expect([await opens(links[0] ?? {}), await opens(links[2] ?? {})]).toEqual([false, false]);
    expect(await opens(other)).toBe(true);
  });

  it('limits mails to one mailbox across its aliases', async () => {
    let sent = 0;
    for (let n = 0; n < 24; n++) {
      const email = n % 2 ? `box+${n}@gmail.com` : `b.ox+${n}@googlemail.com`;
      const asked = await post('signin/email', { email });
      if (location(asked) === '/sign-in/check-mail') sent++;
    }
    expect(sent).toBe(6);
  });

  it('limits new accounts per network and day, but not existing ones', async () => {
    process.env.RATE_LIMIT_SIGN_UP = '2/day';
    forgetEnv();
    const ways = [];
    for (const name of ['ada', 'bob', 'eve', 'ada']) {
      const entered = await enter(`${name}@example.org`);
      ways.push(cookie(entered, 'papertide-session') !== undefined);
    }
    delete process.env.RATE_LIMIT_SIGN_UP;
    forgetEnv();
    expect(ways).toEqual([true, true, false, true]);
    const keys = await rawSql()`select mailbox_key from users where mailbox_key is null`;
    expect(keys).toEqual([]);
  });

  it('lets one of many concurrent requests in with one link, and none after an hour', async () => {
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

  it('creates one user from two links opened at once', async () => {
    await post('signin/email', { email: 'ada@example.org' });
    const first = (await mailedLink()).fields;
    await post('signin/email', { email: 'ADA@example.org' });
    const second = (await mailedLink()).fields;
    const both = await Promise.all([first, second].map((fields) => post('callback/email', fields)));
    // The first one ends the other, unless both are used at the same moment.
    expect(both.some((response) => cookie(response, 'papertide-session'))).toBe(true);
    expect(await rawSql()`select id from users`).toHaveLength(1);
  });

  it('refuses a link for another address, or a malformed one', async () => {
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

  it('responds the same to known and unknown addresses', async () => {
    await createUser({ email: 'ada@example.org' });
    const [known, unknown] = [
      await post('signin/email', { email: 'ada@example.org' }),
      await post('signin/email', { email: 'bob@example.org' }),
    ];
    // The cookie of the code contains the typed address, and is random in both cases.
    const shown = ({ status, headers }: Response) => [
      status,
      [...headers].filter(([name]) => name !== 'set-cookie'),
      headers.getSetCookie().map((line) => line.replace(/=[^;]+/, '')),
    ];
    expect(shown(known)).toEqual(shown(unknown));
    const counts = await rawSql()`select (select count(*)::int from mails) as mails,
      (select count(*)::int from sign_in_codes) as codes`;
    expect(counts).toEqual([{ mails: 2, codes: 2 }]);
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
      const response = await post('signin/email', { email: 'ada@example.org' }, headers);
      expect(location(response)).toBe('/sign-in?error=MailOff');
    }
    expect(await rawSql()`select id from mails`).toEqual([]);
  });
});
