import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { startEmbedded } from '@/db/embedded';
import { Gate } from './stand-ins/gate';
import { temporaryData } from './support/data-folder';
import { freePort } from './support/ports';
import { launchSite, startSite } from './support/site';

// These start and stop sites of their own; serially, they leave CPU time to other journeys.
test.describe.configure({ mode: 'serial' });
test.slow(() => true, 'starts sites of its own');

const papersOf = async (url: string): Promise<string[]> => {
  const html = await (await fetch(url)).text();
  return [...new Set(html.match(/\/papers\/\d{4}\.\d{4,5}/g) ?? [])];
};

test('stops on SIGTERM, refuses a second owner, and keeps its data', async () => {
  const data = await temporaryData();
  const dataDir = join(data.dir, 'data');
  try {
    const first = await startSite({ port: await freePort(), dataDir });
    const papers = await papersOf(first.url);
    expect(papers.length).toBeGreaterThan(20);

    const second = launchSite({ port: await freePort(), dataDir });
    const [code] = await once(second.process, 'exit');
    expect(code).not.toBe(0);
    expect(second.output()).toMatch(/in use by/);
    expect(second.output()).not.toMatch(/^\s+at /m);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);

    // A process that does not exit by itself is killed and has no exit code.
    await first.stop();
    expect(first.process.exitCode).toBe(0);

    const again = await startSite({ port: await freePort(), dataDir });
    expect((await papersOf(again.url)).sort()).toEqual(papers.sort());
    await again.stop();
    expect(again.process.exitCode).toBe(0);
  } finally {
    await data.remove();
  }
});

test('lists environment problems, one per line, before anything starts', async () => {
  const data = await temporaryData();
  const dataDir = join(data.dir, 'data');
  const site = launchSite({
    port: await freePort(),
    dataDir,
    env: {
      DATABASE_URL: 'mysql://nobody@nowhere/x',
      SMTP_URL: 'smtp://localhost',
      AUTH_SECRET: 'x',
    },
  });
  const [code] = await once(site.process, 'exit');
  expect(code).not.toBe(0);
  const lines = site.output().split('\n');
  for (const name of ['DATABASE_URL', 'MAIL_FROM', 'AUTH_SECRET']) {
    expect(lines.filter((line) => line.includes(name))).toHaveLength(1);
  }
  expect(existsSync(dataDir)).toBe(false);
  await data.remove();
});

test('survives an outage of its database', async () => {
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'database'));
  const direct = new URL(database.url);
  const port = await freePort();
  const gate = new Gate(port, { host: direct.hostname, port: Number(direct.port) });
  await gate.open();
  const through = Object.assign(new URL(direct), { host: `127.0.0.1:${port}` }).href;
  const site = await startSite({
    port: await freePort(),
    dataDir: join(data.dir, 'site'),
    env: { DATABASE_URL: through, DEMO: 'on' },
  });
  try {
    const [paper] = await papersOf(site.url);
    const stored = `${site.url}${paper}`;
    expect((await fetch(stored)).status).toBe(200);
    await gate.shut();

    await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${site.url}/livez`)).status).toBe(200);
    // Longer than a cached page counts as fresh.
    await sleep(17_000);
    for (const url of [stored, site.url, stored]) {
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('</html>');
    }
    const unread = await fetch(`${site.url}/papers/0704.0001`);
    expect(unread.status).toBe(503);
    expect(await unread.text()).toContain('not available right now');

    await gate.open();
    await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status).toBe(200);
    await expect.poll(async () => (await fetch(`${site.url}/papers/0704.0001`)).status).toBe(404);
    expect(site.process.exitCode).toBeNull();
  } finally {
    await site.stop();
    await gate.shut();
    await database.stop();
    await data.remove();
  }
});
