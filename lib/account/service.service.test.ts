import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { hashToken } from '@/lib/base/secrets';
import { unseal } from '@/lib/mail/seal';
import type { Mail } from '@/lib/mail/types';
import { connectAccount } from '@/lib/sign-in/service';
import type { Viewer } from '@/lib/web/types';
import {
  cancelEmailChange,
  confirmEmailChange,
  disconnectAccount,
  endSession,
  endSessions,
  requestEmailChange,
} from './service';

useTestDatabase();

const SET = {
  PAPERTIDE_EMBEDDED: '1',
  GITHUB_CLIENT_ID: 'id',
  GITHUB_CLIENT_SECRET: 'secret',
  ORCID_CLIENT_ID: 'id',
  ORCID_CLIENT_SECRET: 'secret',
};
beforeAll(() => {
  Object.assign(process.env, SET);
  forgetEnv();
});
afterAll(() => {
  for (const name of Object.keys(SET)) delete process.env[name];
  forgetEnv();
});
beforeEach(async () => {
  await rawSql()`delete from mails`;
});

async function mails(): Promise<Mail[]> {
  const rows = await rawSql()`select id, sealed from mails order by created_at`;
  return rows.map(({ id, sealed }) => JSON.parse(unseal(sealed, id)));
}

const tokenIn = (mail: Mail | undefined) => /token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';

const addressOf = async ({ id }: Viewer) => {
  const [row] = await rawSql()`select email from users where id = ${id}`;
  return row?.email;
};

const openSession = async ({ id }: Viewer, token: string = randomUUID()) => {
  const [row] = await rawSql()`insert into sessions (token_hash, user_id, expires)
    values (${hashToken(token)}, ${id}, now() + interval '1 hour') returning id`;
  return row?.id as string;
};
const sessionsOf = async ({ id }: Viewer) =>
  (await rawSql()`select id from sessions where user_id = ${id}`).map((row) => row.id);

it('changes an address when the link is used, ends sessions and mails the old address', async () => {
  const viewer = await createUser({ email: 'before@example.org' });
  await openSession(viewer);
  expect(await requestEmailChange({ viewer }, { email: 'after@example.org' })).toEqual({
    ok: true,
    data: null,
  });
  const sent = await mails();
  expect(sent.map(({ to }) => to).sort()).toEqual(['after@example.org', 'before@example.org']);
  expect(await addressOf(viewer)).toBe('before@example.org');
  expect(await sessionsOf(viewer)).toHaveLength(1);

  const token = tokenIn(sent.find(({ to }) => to === 'after@example.org'));
  await rawSql()`delete from mails`;
  const both = await Promise.all([
    confirmEmailChange({ viewer: null }, { token }),
    confirmEmailChange({ viewer }, { token }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'not_found' });
  expect(await addressOf(viewer)).toBe('after@example.org');
  expect(await sessionsOf(viewer)).toEqual([]);
  expect(await mails()).toMatchObject([{ to: 'before@example.org' }]);
});

it('responds the same, with the same work, when the address is another user’s', async () => {
  const other = await createUser({ email: 'theirs@example.org' });
  const viewer = await createUser({ email: 'mine@example.org' });
  expect(await requestEmailChange({ viewer }, { email: 'theirs@example.org' })).toEqual({
    ok: true,
    data: null,
  });
  const sent = await mails();
  expect(sent.map(({ to }) => to).sort()).toEqual(['mine@example.org', 'theirs@example.org']);
  expect(sent.map(tokenIn)).toEqual(['', '']);
  const [row] = await rawSql()`select email from email_changes where user_id = ${viewer.id}`;
  expect(row?.email, 'it waits like any other').toBe('theirs@example.org');
  expect(await addressOf(other)).toBe('theirs@example.org');
});

it('refuses a link that is expired, replaced or cancelled, or whose address was taken', async () => {
  const viewer = await createUser({ email: 'here@example.org' });
  const ask = async (email: string) => {
    await rawSql()`delete from mails`;
    await requestEmailChange({ viewer }, { email });
    return tokenIn((await mails()).find(({ to }) => to === email));
  };
  const confirm = (token: string) => confirmEmailChange({ viewer }, { token });
  const [first, second] = [await ask('one@example.org'), await ask('two@example.org')];
  expect(await confirm(first)).toMatchObject({ reason: 'not_found' });
  await cancelEmailChange({ viewer });
  expect(await confirm(second)).toMatchObject({ reason: 'not_found' });
  const third = await ask('three@example.org');
  await rawSql()`update email_changes set expires = now() where user_id = ${viewer.id}`;
  expect(await confirm(third)).toMatchObject({ reason: 'not_found' });
  const fourth = await ask('four@example.org');
  await createUser({ email: 'four@example.org' });
  expect(await confirm(fourth)).toMatchObject({ reason: 'taken' });
  expect(await requestEmailChange({ viewer }, { email: 'here@example.org' })).toMatchObject({
    reason: 'conflict',
  });
  expect(await addressOf(viewer)).toBe('here@example.org');
});

it('ends one session, all others, or all, and no other user’s', async () => {
  const [viewer, other] = [await createUser(), await createUser()];
  const [mine, second, theirs] = [
    await openSession(viewer, 'this-one'),
    await openSession(viewer),
    await openSession(other),
  ];
  expect(await endSession({ viewer }, { id: theirs })).toMatchObject({ reason: 'not_found' });
  expect(await endSession({ viewer }, { id: second })).toMatchObject({ ok: true });
  await openSession(viewer);
  await endSessions({ viewer }, { but: 'this-one' });
  expect(await sessionsOf(viewer)).toEqual([mine]);
  await endSessions({ viewer }, { but: null });
  expect(await sessionsOf(viewer)).toEqual([]);
  expect(await sessionsOf(other)).toEqual([theirs]);
});

it('connects a provider’s account to the viewer, never to two users, and recognizes an ORCID iD', async () => {
  const [viewer, other] = [await createUser(), await createUser()];
  const orcid = { provider: 'orcid', providerAccountId: '0000-0002-1825-0097' };
  expect(await connectAccount({ viewer }, orcid)).toMatchObject({ ok: true });
  expect(await connectAccount({ viewer }, orcid), 'twice').toMatchObject({ ok: true });
  expect(await connectAccount({ viewer: other }, orcid)).toMatchObject({ reason: 'taken' });
  const [row] = await rawSql()`select orcid from users where id = ${viewer.id}`;
  expect(row?.orcid).toBe(orcid.providerAccountId);
  const nameless = await createUser({ email: null });
  expect(
    await connectAccount({ viewer: nameless }, { provider: 'github', providerAccountId: '1' }),
  ).toMatchObject({ reason: 'forbidden' });
});

it('disconnects a provider, but never the last sign-in method', async () => {
  const viewer = await createUser({ email: null });
  const add = (provider: string) => rawSql()`
    insert into accounts (user_id, type, provider, provider_account_id)
    values (${viewer.id}, 'oauth', ${provider}, ${randomUUID()})`;
  const leave = (provider: string) => disconnectAccount({ viewer }, { provider });
  await add('github');
  expect(await leave('github')).toMatchObject({ reason: 'conflict' });
  // This site has not configured the provider, so nobody can sign in with it.
  await add('huggingface');
  expect(await leave('github')).toMatchObject({ reason: 'conflict' });
  await add('orcid');
  const both = await Promise.all([leave('github'), leave('orcid')]);
  expect(both.map((result) => (result.ok ? 'may' : result.reason)).sort()).toEqual([
    'conflict',
    'may',
  ]);
  await rawSql()`update users set email = 'back@example.org', email_verified = now()
    where id = ${viewer.id}`;
  for (const provider of ['github', 'orcid']) await leave(provider);
  expect(await leave('google')).toMatchObject({ reason: 'not_found' });
  expect(await rawSql()`select provider from accounts where user_id = ${viewer.id}`).toEqual([
    { provider: 'huggingface' },
  ]);
});
