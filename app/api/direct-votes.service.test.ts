import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { writeSharedAddress } from '@/lib/programs/api/shared';
import { tokenOf } from '@/lib/tokens/testing/token';
import { ask } from './testing/ask';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'rate_limits'));

const OWN = /^(?:ratelimit)$/;

async function shown(response: Response | null) {
  if (!response) return null;
  const headers = [...response.headers].filter(([name]) => !OWN.test(name));
  const body = (await response.text()).replace(/"asOf":"[^"]*"/, '');
  return { status: response.status, headers, body };
}

it('responds to votes outside of Next as the route does', async () => {
  const { slug } = await createPaper({ listed: true });
  const voting = await tokenOf(await createUser(), ['vote']);
  const reading = await tokenOf(await createUser(), ['read']);
  const banned = await tokenOf(await createUser({ banned: true }), ['vote']);
  for (const method of ['PUT', 'PUT', 'DELETE', 'DELETE'] as const) {
    for (const token of [voting, reading, banned, 'ppt_unknown', undefined]) {
      for (const id of [slug, 'no-such-paper', '%20', 'papers']) {
        const target = `/api/papers/${id}/upvote`;
        const authorization = token && `Bearer ${token}`;
        const address = '192.0.2.1';
        const direct = await shown(
          await writeSharedAddress({ method, target, address, authorization }),
        );
        expect(direct, `${method} ${target} ${token}`).toEqual(
          await shown(await ask(target, { method, token })),
        );
      }
    }
  }
});

it('counts a vote once, and leaves other addresses and methods to Next', async () => {
  const { slug, id } = await createPaper({ listed: true });
  const authorization = `Bearer ${await tokenOf(await createUser(), ['vote'])}`;
  const send = (method: string, target = `/api/papers/${slug}/upvote`) =>
    writeSharedAddress({ method, target, address: '192.0.2.1', authorization });
  const counts = async () =>
    (
      await rawSql()`select upvote_count::int as count, (select count(*)::int from upvotes) as rows
        from papers where id = ${id}`
    )[0];
  expect(send('POST')).toBeNull();
  expect(send('PUT', `/api/papers/${slug}/comments`)).toBeNull();
  expect(send('PUT', '/api/papers/hep-th/9901001/upvote')).toBeNull();
  await Promise.all(Array.from({ length: 5 }, () => send('PUT')));
  expect(await counts()).toEqual({ count: 1, rows: 1 });
  await rawSql()`update papers set removed_at = now(), trending = null where id = ${id}`;
  expect((await send('DELETE'))?.status).toBe(404);
});
