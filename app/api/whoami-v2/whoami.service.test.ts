import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { tokenOf } from '@/lib/tokens/testing/token';
import { ask } from '../testing/ask';

useTestDatabase();
beforeEach(() => emptyTables('rate_limits'));

it.each([
  [['read' as const], 'read'],
  [['vote' as const], 'write'],
  [[], 'read'],
])('says whose token with the scopes %j is sent', async (scopes, role) => {
  const user = await createUser();
  const response = await ask('/api/whoami-v2', { token: await tokenOf(user, scopes) });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const said = await response.json();
  expect(said).toMatchObject({
    type: 'user',
    name: user.handle,
    email: null,
    orgs: [],
    auth: { accessToken: { role } },
  });
  expect(JSON.stringify(said)).not.toContain(user.id);
});

it.each([undefined, 'ppt_unknown', 'hf_of_another_site'])('refuses the token %s', async (token) => {
  const response = await ask('/api/whoami-v2', { token });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'signed_out' });
});
