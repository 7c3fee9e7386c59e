import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { hashToken } from '@/lib/base/secrets';
import { arrive } from '@/lib/registry/arrive';
import { sessionCookie } from '@/lib/web/cookies';
import { handleForm } from '@/lib/web/form';
import type { Viewer } from '@/lib/web/types';
import { verbs } from './verbs';

useTestDatabase();
const site = 'http://localhost:3000';

const MAIL = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'papers@site.example' };
beforeAll(() => {
  Object.assign(process.env, MAIL);
  forgetEnv();
});
afterAll(() => {
  for (const name of Object.keys(MAIL)) delete process.env[name];
  forgetEnv();
});

/** Creates a session that started `minutes` ago; returns its token. */
async function openSession({ id }: Viewer, minutes: number): Promise<string> {
  const token = randomUUID();
  await rawSql()`insert into sessions (token_hash, user_id, expires, created_at)
    values (${hashToken(token)}, ${id}, now() + interval '1 hour',
      now() - make_interval(mins => ${minutes}))`;
  return token;
}

async function send(verb: keyof typeof verbs, token: string, body: Record<string, string>) {
  const form = verbs[verb];
  if (!('done' in form)) throw new Error('no form');
  const response = await handleForm(
    form,
    new Request(`${site}/do/account/${verb}`, {
      method: 'POST',
      headers: { origin: site, host: 'localhost:3000', cookie: `${sessionCookie()}=${token}` },
      body: new URLSearchParams(body),
    }),
    arrive,
  );
  return new URL(response.headers.get('location') ?? '', site);
}

const wishes = async ({ id }: Viewer) =>
  (await rawSql()`select email from email_changes where user_id = ${id}`).map(({ email }) => email);

it.each([
  [0, true],
  [14, true],
  [16, false],
  [60 * 24 * 20, false],
])('takes a new address from a session of %i minutes: %s', async (minutes, taken) => {
  const viewer = await createUser();
  // A newer session of the same user does not make this one fresh.
  await openSession(viewer, 0);
  const email = `${randomUUID()}@new.example`;
  const page = await send('requestEmailChange', await openSession(viewer, minutes), { email });
  expect(await wishes(viewer)).toEqual(taken ? [email] : []);
  if (taken) {
    expect(page.searchParams.get('done')).toBe('requestEmailChange');
    return;
  }
  expect([page.pathname, page.searchParams.get('error')]).toEqual(['/sign-in', 'SignInAgain']);
  // After signing in again, the form has its values back.
  const back = new URL(page.searchParams.get('from') ?? '', site);
  expect(back.pathname).toBe('/settings/account');
  expect(back.searchParams.get('email')).toBe(email);
});

const tokensOf = async ({ id }: Viewer): Promise<number> => {
  const [row] = await rawSql()`
    select count(*)::int as count from api_tokens where user_id = ${id}`;
  return row?.count;
};

it.each([
  ['others', undefined, 1, 1],
  ['others', 'too', 0, 1],
  ['all', undefined, 0, 0],
  ['all', 'too', 0, 0],
])(
  'ending %s with tokens %s leaves %i tokens and %i sessions',
  async (which, tokens, left, sessions) => {
    const [viewer, other] = [await createUser(), await createUser()];
    for (const { id } of [viewer, other]) {
      await rawSql()`insert into api_tokens (user_id, name, token_hash, ending, scopes, expires)
      values (${id}, 'script', ${hashToken(randomUUID())}, 'abcd', '{read}', now() + interval '1 day')`;
    }
    const own = await openSession(viewer, 5);
    await openSession(viewer, 50);
    await send('endSessions', own, { which, ...(tokens && { tokens }) });
    expect(await tokensOf(viewer)).toBe(left);
    expect(await tokensOf(other)).toBe(1);
    const rows = await rawSql()`select from sessions where user_id = ${viewer.id}`;
    expect(rows).toHaveLength(sessions);
  },
);
