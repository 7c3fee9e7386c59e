import { beforeEach, expect, it, vi } from 'vitest';
import { rawSql, transaction } from '@/db/client';
import { liftBan, setBan, setLimited } from '@/db/queries/bans';
import { deleteTokens } from '@/db/queries/tokens';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { bearerOf } from './bearer';
import { createToken, revokeToken } from './service';

useTestDatabase();
beforeEach(() => emptyTables('users'));

let ada: Viewer;
let made: { id: string; token: string };
const ask = () => bearerOf(new Headers({ authorization: `Bearer ${made.token}` }));

beforeEach(async () => {
  ada = await createUser({ handle: 'ada' });
  const result = await createToken({ viewer: ada }, { name: 'a', scopes: ['vote'], days: 7 });
  if (!result.ok) throw new Error('no token');
  made = result.data;
  expect(await ask()).toMatchObject({ id: made.id });
});

it('is not looked up again within a few seconds', async () => {
  await rawSql()`delete from api_tokens`;
  expect(await ask()).toMatchObject({ id: made.id });
});

it.each([
  ['a revocation', async () => void (await revokeToken({ viewer: ada }, { id: made.id }))],
  ['the end of all tokens', () => transaction((tx) => deleteTokens(tx, ada.id))],
  ['a ban', () => transaction((tx) => setBan(tx, ada.id, null))],
  [
    'a ban for a time',
    () => transaction((tx) => setBan(tx, ada.id, new Date(Date.now() + 60_000))),
  ],
])('%s revokes it at once', async (_, act) => {
  await act();
  expect(await ask()).toBe('unknown');
});

it('is valid again once a ban is lifted, and limited at once', async () => {
  await transaction((tx) => setBan(tx, ada.id, null));
  await transaction((tx) => liftBan(tx, ada.id));
  expect(await ask()).toMatchObject({ viewer: { limitedUntil: null } });
  const until = new Date(Date.now() + 60_000);
  await transaction((tx) => setLimited(tx, ada.id, until));
  expect(await ask()).toMatchObject({ viewer: { limitedUntil: until } });
});

it('ends when it expires, also while it is remembered', async () => {
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 7 * 86_400_000 + 1_000);
  try {
    expect(await ask()).toBe('unknown');
  } finally {
    now.mockRestore();
  }
});
