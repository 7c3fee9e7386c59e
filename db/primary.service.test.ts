import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { findPrimary } from '@/db/primary';
import { type Replicated, startReplicated } from '@/db/testing/replicated';
import { forgetEnv } from '@/lib/base/env';
import { isDatabaseUp } from '@/lib/web/health';

let servers: Replicated;

async function use(url: string): Promise<void> {
  await closeDatabase();
  vi.stubEnv('DATABASE_URL', url);
  forgetEnv();
}

beforeAll(async () => {
  servers = await startReplicated();
  await use(servers.url);
  await migrate(servers.url);
});
afterAll(async () => {
  await closeDatabase();
  vi.unstubAllEnvs();
  forgetEnv();
  await servers.stop();
});

it('an instance on a read-only server is not ready', async () => {
  await use(servers.standby);
  expect(await isDatabaseUp()).toBe(false);
  await use(servers.url);
  expect(await isDatabaseUp()).toBe(true);
});

it('of several hosts the one that takes writes is used, in any order', async () => {
  const [, , host = ''] = /^(.*@)(.*)\/postgres$/.exec(servers.standby) ?? [];
  const turned = servers.primary.replace('@', `@${host},`);
  expect(await findPrimary(turned)).toBe(servers.primary);
  await expect(findPrimary(turned.replace(/,[^/]*/, `,${host}`))).rejects.toMatchObject({
    code: '25006',
  });
});
