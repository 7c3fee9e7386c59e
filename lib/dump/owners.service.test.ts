import { readFile, stat } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createUser } from '@/db/testing/factories';
import { pickHandle } from '@/lib/people/service';
import { adapter } from '@/lib/sign-in/adapter';
import { enterByProvider } from '@/lib/sign-in/service';
import { readOwners, writeOwners } from './owners';
import { emptySite, useDumps } from './testing/loading';
import { DumpRefused } from './types';

const { dump, load, write } = useDumps(useTestDatabase());

const ORCID = '0000-0002-1825-0097';
const OTHER = '0000-0001-5109-3700';
beforeEach(emptySite);

/** A site of three, loaded into a new database; returns the file of its owners. */
async function reborn(name: string): Promise<string> {
  const ada = await createUser({ handle: 'ada', email: 'ada@example.org' });
  const grace = await createUser({ handle: 'grace', email: 'grace@example.org', role: 'admin' });
  await rawSql()`update users set orcid = ${ORCID} where id = ${ada.id}`;
  await rawSql()`insert into accounts (user_id, type, provider, provider_account_id)
    values (${ada.id}, 'oauth', 'orcid', ${ORCID}), (${grace.id}, 'oauth', 'github', '17')`;
  // Typed in, which anybody can.
  await rawSql()`update users set orcid = ${OTHER} where id = ${grace.id}`;
  const unconfirmed = await createUser({ handle: 'joan', email: 'joan@example.org' });
  await rawSql()`update users set email_verified = null where id = ${unconfirmed.id}`;
  const owners = await write(`${name}-folder`, '').then((file) => file.replace(/-folder$/, ''));
  await writeOwners(db(), owners);
  const { file } = await dump();
  await emptySite();
  await load(file);
  return owners;
}

const handleOf = async (provider: string, id: string) => {
  const user = await adapter.getUserByAccount({ provider, providerAccountId: id });
  const [row] = await rawSql()`select handle from users where id = ${user?.id ?? null}`;
  return row?.handle ?? null;
};
const stranger = (provider: string, id: string, email: string | null = null) =>
  enterByProvider({ provider, providerAccountId: id, name: null, email });

/** What the form of a mailed code or link does, once its user has shown to have the mailbox. */
async function enterByMail(email: string): Promise<string | null> {
  const { id } =
    (await adapter.getUserByEmail(email)) ??
    (await adapter.createUser({ email, emailVerified: null }));
  await adapter.updateUser({ id });
  const [row] = await rawSql()`select handle from users where id = ${id}`;
  return row?.handle ?? null;
}

describe('an account that came as a name', () => {
  it('has neither address nor session, and no role', async () => {
    await reborn('names');
    const users = await rawSql()`select handle, email, mailbox_key, email_verified, role from users
      order by handle`;
    const nothing = { email: null, mailbox_key: null, email_verified: null, role: 'member' };
    expect(users).toEqual(['ada', 'grace', 'joan'].map((handle) => ({ handle, ...nothing })));
  });

  it('is taken back by its confirmed ORCID iD, and by no other', async () => {
    await reborn('orcid');
    expect(await stranger('orcid', ORCID)).toMatchObject({ ok: true });
    expect(await handleOf('orcid', ORCID)).toBe('ada');
    // Grace typed hers in without confirming it, so its owner gets a new account.
    expect(await stranger('orcid', OTHER)).toMatchObject({ ok: true });
    expect(await handleOf('orcid', OTHER)).toBeNull();
    expect(await stranger('github', '17')).toMatchObject({ ok: true });
    expect(await handleOf('github', '17')).toBeNull();
  });

  it('is not taken by a mailbox, without the file of owners', async () => {
    await reborn('no-file');
    expect(await enterByMail('ada@example.org')).toBeNull();
  });

  it('gives its handle to nobody', async () => {
    await reborn('handles');
    const viewer = await createUser({ handle: null });
    for (const handle of ['ada', 'Ada', 'grace']) {
      expect(await pickHandle({ viewer }, { handle })).toMatchObject({ reason: 'taken' });
    }
  });

  it('is taken back by its mailbox with the file of owners, and by no other', async () => {
    const owners = await reborn('by-mail');
    expect(await transaction((tx) => readOwners(tx, owners))).toBe(2);
    // A provider that says it is the same address does not join it.
    expect(await stranger('github', '99', 'ada@example.org')).toMatchObject({ reason: 'taken' });
    expect(await enterByMail('eve@example.org')).toBeNull();
    expect(await enterByMail('joan@example.org')).toBeNull();
    expect(await enterByMail('ada@example.org')).toBe('ada');
    expect(await enterByMail('GRACE@example.org')).toBe('grace');
  });

  it('gets no mail before its owner has signed in', async () => {
    const owners = await reborn('quiet');
    await transaction((tx) => readOwners(tx, owners));
    const [before] = await rawSql()`select email_verified from users where handle = 'ada'`;
    expect(before?.email_verified).toBeNull();
    await enterByMail('ada@example.org');
    const [after] = await rawSql()`select email_verified from users where handle = 'ada'`;
    expect(after?.email_verified).not.toBeNull();
  });
});

describe('a file of owners', () => {
  it('has confirmed addresses only, can be read by its owner only, and replaces no file', async () => {
    const owners = await reborn('file');
    expect((await stat(owners)).mode & 0o777).toBe(0o600);
    expect(
      (await readFile(owners, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { handle: 'ada', email: 'ada@example.org' },
      { handle: 'grace', email: 'grace@example.org' },
    ]);
    await expect(writeOwners(db(), owners)).rejects.toThrow('EEXIST');
  });

  it('leaves accounts alone that somebody has, however often it is loaded', async () => {
    const owners = await reborn('again');
    await transaction((tx) => readOwners(tx, owners));
    await enterByMail('ada@example.org');
    const forged = await write('forged', '{"handle":"ada","email":"eve@example.org"}\n');
    expect(await transaction((tx) => readOwners(tx, forged))).toBe(0);
    expect(await enterByMail('eve@example.org')).toBeNull();
    expect(await transaction((tx) => readOwners(tx, owners))).toBe(1);
  });

  it.each([
    ['an unknown user', '{"handle":"nobody","email":"a@example.org"}', 'Line 1: there is no user'],
    [
      'one address twice',
      '{"handle":"ada","email":"a@example.org"}\n{"handle":"grace","email":"A@example.org"}',
      'Line 2: another user',
    ],
    ['a mistyped address', '{"handle":"ada","email":"a@"}', 'Line 1: this is not a handle'],
    ['more than that', '{"handle":"ada","email":"a@example.org","role":"admin"}', 'Line 1: '],
    ['no JSON', '\nada a@example.org', 'Line 2: this is not a handle'],
  ])('is refused with %s, whole', async (name, text, words) => {
    await reborn(name.replaceAll(' ', '-'));
    const file = await write(`wrong-${name}`, text);
    const loading = transaction((tx) => readOwners(tx, file));
    await expect(loading).rejects.toThrow(DumpRefused);
    await expect(loading).rejects.toThrow(words);
    expect(await rawSql()`select from users where email is not null`).toHaveLength(0);
  });
});
