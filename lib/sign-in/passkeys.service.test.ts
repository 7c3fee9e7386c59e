import { beforeAll, beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { listLocalMails } from '@/lib/mail/service';
import { arrive } from '@/lib/registry/arrive';
import { findForm } from '@/lib/registry/find';
import { handleForm } from '@/lib/web/form';
import { viewerOfToken } from '@/lib/web/viewer';
import { createAuthenticator } from './testing/authenticator';
import { cookie, enter, location, post, site } from './testing/browser';

useTestDatabase();
beforeAll(() => {
  process.env.PAPERTIDE_EMBEDDED = '1';
  forgetEnv();
});
beforeEach(() => emptyTables('users', 'sessions', 'mails', 'rate_limits', 'verification_tokens'));

const SESSION = 'papertide-session';
const CHALLENGE = 'papertide-passkey';

async function signedIn(handle: string): Promise<string> {
  await createUser({ handle, email: `${handle}@example.org` });
  return cookie(await enter(`${handle}@example.org`), SESSION) ?? '';
}

/** Returns the options for a ceremony, and its cookie. */
async function start(path: string, session = '') {
  const response = await post(path, {}, { cookie: `${SESSION}=${session}` });
  const options = await response.json();
  return { response, options, challenge: `${CHALLENGE}=${cookie(response, CHALLENGE) ?? ''}` };
}

async function add(session: string, challenge: string, response: string, name = 'My phone') {
  const form = await findForm('passkeys', 'addPasskey');
  if (!form) throw new Error('no form');
  const request = new Request(`${site}/do/passkeys/addPasskey`, {
    method: 'POST',
    headers: { origin: site, cookie: `${SESSION}=${session}; ${challenge}` },
    body: new URLSearchParams({ name, response }),
  });
  return location(await handleForm(form, request, arrive));
}

async function withPasskey(handle: string) {
  const session = await signedIn(handle);
  const device = createAuthenticator();
  const { options, challenge } = await start('connect/passkey', session);
  expect(await add(session, challenge, device.register(options.challenge))).toBe(
    '/settings/account?done=addPasskey',
  );
  return { session, device };
}

const signIn = (challenge: string, response: string, from = '/papers/new') =>
  post('callback/passkey', { response, from }, { cookie: challenge });

it('adds a passkey, notifies by mail, and signs in with it', async () => {
  const { device } = await withPasskey('ada');
  const [mail] = await listLocalMails();
  expect(mail).toMatchObject({
    to: 'ada@example.org',
    subject: expect.stringMatching(/passkey was added/),
  });
  const { options, challenge } = await start('signin/passkey');
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  const entered = await signIn(challenge, device.authenticate(options.challenge));
  expect(location(entered)).toBe('/papers/new');
  expect(await viewerOfToken(cookie(entered, SESSION))).toMatchObject({ handle: 'ada' });
  const [row] = await rawSql()`select counter::int, last_used_at from passkeys`;
  expect(row).toEqual({ counter: 1, last_used_at: expect.anything() });
});

it('uses a challenge once, and only in the browser that got it', async () => {
  const { device } = await withPasskey('ada');
  const refused = '/sign-in?error=Passkey&from=%2Fpapers%2Fnew';
  const { options, challenge } = await start('signin/passkey');
  const response = device.authenticate(options.challenge);
  expect(location(await signIn('', response))).toBe(refused);
  const other = await start('signin/passkey');
  expect(location(await signIn(other.challenge, response))).toBe(refused);
  expect(location(await signIn(challenge, response))).toBe('/papers/new');
  expect(location(await signIn(challenge, response))).toBe(refused);
});

it('rejects other keys, other sites and malformed responses', async () => {
  const { device } = await withPasskey('ada');
  const stranger = createAuthenticator();
  const phished = createAuthenticator({ origin: 'https://evil.example' });
  for (const make of [
    (challenge: string) => stranger.authenticate(challenge),
    // The right credential id with the signature of another key.
    (challenge: string) => stranger.authenticate(challenge).replaceAll(stranger.id, device.id),
    (challenge: string) => phished.authenticate(challenge),
    () => '',
    () => '{}',
    () => 'null',
    () => '{"id":7}',
  ]) {
    const { options, challenge } = await start('signin/passkey');
    const entered = await signIn(challenge, make(options.challenge));
    expect(location(entered)).toBe('/sign-in?error=Passkey&from=%2Fpapers%2Fnew');
    expect(cookie(entered, SESSION)).toBeUndefined();
  }
});

it('adds nothing with another user’s challenge, without a recent sign-in, or from elsewhere', async () => {
  const [ada, bob] = [await signedIn('ada'), await signedIn('bob')];
  const device = createAuthenticator();
  const theirs = await start('connect/passkey', bob);
  const response = device.register(theirs.options.challenge);
  const invalid = '/settings/account?about=addPasskey&error=invalid';
  expect(await add(ada, theirs.challenge, response)).toBe(invalid);
  const signing = await start('signin/passkey');
  expect(await add(ada, signing.challenge, device.register(signing.options.challenge))).toBe(
    invalid,
  );
  await rawSql()`update sessions set created_at = now() - interval '1 hour'`;
  const late = await start('connect/passkey', ada);
  expect([late.response.status, late.options.code]).toEqual([401, 'sign_in_again']);
  expect((await start('connect/passkey')).response.status).toBe(401);
  const foreign = await post('connect/passkey', {}, { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  expect(await rawSql()`select 1 from passkeys`).toEqual([]);
});
