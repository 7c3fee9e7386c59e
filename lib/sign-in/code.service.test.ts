import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { listLocalMails } from '@/lib/mail/service';
import { viewerOfToken } from '@/lib/web/viewer';
import { cookie, location, mailedLink, post } from './testing/browser';

useTestDatabase();
beforeAll(() => {
  process.env.PAPERTIDE_EMBEDDED = '1';
  forgetEnv();
});
beforeEach(() =>
  emptyTables('users', 'sessions', 'sign_in_codes', 'verification_tokens', 'mails', 'rate_limits'),
);

const COOKIE = 'papertide-code';
const SESSION = 'papertide-session';

/** Requests a mail; returns this browser's cookie and the mailed code. */
async function ask(email: string, from = '/papers/new') {
  const response = await post('signin/email', { email, from });
  const [mail] = await listLocalMails();
  const code =
    /^(\d{3}) (\d{3})$/m
      .exec(mail?.text ?? '')
      ?.slice(1)
      .join('') ?? '';
  return { browser: `${COOKIE}=${cookie(response, COOKIE) ?? ''}`, code };
}

const type = (code: string, browser: string) =>
  post('callback/code', { code }, { cookie: browser });
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const OVER = '/sign-in?error=CodeExpired&from=%2Fpapers%2Fnew';

describe('a mailed code', () => {
  it('signs in the browser that requested it, once, and ends its link', async () => {
    await createUser({ handle: 'ada', email: 'ada@example.org' });
    const { browser, code } = await ask('Ada@Example.org');
    const link = await mailedLink();
    const entered = await type(`${code.slice(0, 3)} ${code.slice(3)}`, browser);
    expect(location(entered)).toBe('/papers/new');
    expect(await viewerOfToken(cookie(entered, SESSION))).toMatchObject({ handle: 'ada' });
    expect(cookie(entered, 'papertide_hint')).toBe('1');
    expect(location(await type(code, browser))).toBe(OVER);
    expect(location(await post('callback/email', link.fields))).toMatch(/error=Verification/);
  });

  it('creates the account of a new address and continues with the handle', async () => {
    const { browser, code } = await ask('new@example.org');
    expect(location(await type(code, browser))).toBe('/welcome?from=%2Fpapers%2Fnew');
    const [user] = await rawSql()`select email, email_verified is not null as verified from users`;
    expect(user).toEqual({ email: 'new@example.org', verified: true });
  });

  it('does nothing in another browser', async () => {
    const { code } = await ask('ada@example.org');
    const mine = await ask('eve@example.org');
    expect(location(await type(code, mine.browser))).toMatch(/error=CodeWrong/);
    expect(location(await type(code, ''))).toBe('/sign-in?error=CodeExpired');
    expect(location(await type(code, `${mine.browser.slice(0, -9)}AAAAAAAAA`))).toBe(
      '/sign-in?error=CodeExpired',
    );
  });

  it('is invalid after five wrong attempts, also concurrent ones', async () => {
    const first = await ask('ada@example.org');
    const tries = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => type(other(first.code), first.browser)),
    );
    expect(tries.filter((each) => location(each) === OVER).length).toBe(2);
    expect(location(await type(first.code, first.browser))).toBe(OVER);
    expect(await rawSql()`select 1 from sessions`).toEqual([]);
  });

  it('is invalid after ten minutes, and after the link', async () => {
    const late = await ask('ada@example.org');
    await rawSql()`update sign_in_codes set expires = now()`;
    expect(location(await type(late.code, late.browser))).toBe(OVER);
    const { browser, code } = await ask('ada@example.org');
    await post('callback/email', (await mailedLink()).fields);
    expect(location(await type(code, browser))).toBe(OVER);
  });

  it('of one mailbox allows ten attempts an hour, however many are mailed', async () => {
    let limited = 0;
    for (const spelling of ['a.b@gmail.com', 'ab@gmail.com', 'ab+x@gmail.com']) {
      const { browser, code } = await ask(spelling);
      for (let n = 0; n < 4; n++) {
        limited += Number((await type(other(code), browser)).status === 429);
      }
    }
    expect(limited).toBe(2);
  });

  it('is stored as a hash', async () => {
    const { code } = await ask('ada@example.org');
    const [row] = await rawSql()`select code_hash, browser_hash from sign_in_codes`;
    expect(row).toEqual({
      code_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      browser_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(row)).not.toContain(code);
  });
});
