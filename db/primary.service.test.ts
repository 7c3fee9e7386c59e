import { expect, it } from 'vitest';
import { findPrimary } from '@/db/primary';
import { isDatabaseUp } from '@/lib/web/health';
import { switchDatabase, useReplicated } from './testing/use-replicated';

const servers = useReplicated();

it('an instance on a read-only server is not ready', async () => {
  await switchDatabase(servers().standby);
  expect(await isDatabaseUp()).toBe(false);
  await switchDatabase(servers().url);
  expect(await isDatabaseUp()).toBe(true);
});

it('of several hosts the one that takes writes is used, in any order', async () => {
  const [, , host = ''] = /^(.*@)(.*)\/postgres$/.exec(servers().standby) ?? [];
  const turned = servers().primary.replace('@', `@${host},`);
  expect(await findPrimary(turned)).toBe(servers().primary);
  await expect(findPrimary(turned.replace(/,[^/]*/, `,${host}`))).rejects.toMatchObject({
    code: '25006',
  });
});
