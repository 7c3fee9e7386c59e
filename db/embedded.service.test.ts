import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { DataInUse, type Embedded, findRunning, startEmbedded } from './embedded';

const root = mkdtempSync(path.join(os.tmpdir(), 'papertide-embedded-'));
chmodSync(root, 0o755);
const folder = path.join(root, 'data');
const FAST = { settings: { fsync: 'off' } };

let server: Embedded | undefined;
afterAll(async () => {
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const until = async (condition: () => Promise<boolean>, limit = 10_000) => {
  for (const end = Date.now() + limit; !(await condition()); ) {
    if (Date.now() > end) throw new Error('timed out waiting for the condition');
    await new Promise((wake) => setTimeout(wake, 50));
  }
};

it('keeps its data across restarts and allows one owner at a time', async () => {
  server = await startEmbedded(folder, FAST);
  expect(server.fresh).toBe(true);
  await ask(server.url, (sql) => sql`create table kept as select 42 as n`);
  await expect(startEmbedded(folder)).rejects.toThrow(new DataInUse(folder, process.pid).message);
  expect(await findRunning(folder)).toBe(server.url);
  await server.stop();

  expect(await findRunning(folder)).toBeNull();
  server = await startEmbedded(folder, FAST);
  expect(server.fresh).toBe(false);
  expect(await ask(server.url, (sql) => sql`select n from kept`)).toEqual([{ n: 42 }]);
});

it('requires a password from a file only its owner can read', async () => {
  const url = new URL(server?.url ?? '');
  expect(url.hostname).toBe('127.0.0.1');
  expect(statSync(path.join(folder, 'password')).mode & 0o777).toBe(0o600);
  url.password = 'guess';
  await expect(ask(url.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
});

it('restarts a killed server on the same port', async () => {
  const before = server?.pid() ?? 0;
  process.kill(before, 'SIGKILL');
  await until(async () => server?.pid() !== before);
  expect(await ask(server?.url ?? '', (sql) => sql`select n from kept`)).toEqual([{ n: 42 }]);
});

it('takes over the server of a killed owner', async () => {
  await server?.stop();
  const script = `import { startEmbedded } from './db/embedded.ts';
    const { url } = await startEmbedded(${JSON.stringify(folder)}, ${JSON.stringify(FAST)});
    console.log(url); setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(owner.stdout, 'data');
  const left = String(printed).trim();
  await expect(startEmbedded(folder)).rejects.toThrow(`process ${owner.pid}`);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  await ask(left, (sql) => sql`insert into kept values (43)`);

  server = await startEmbedded(folder, FAST);
  expect(server.notes.join()).toContain('left behind');
  const rows = await ask(server.url, (sql) => sql`select n from kept order by n`);
  expect(rows).toEqual([{ n: 42 }, { n: 43 }]);
});
