import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '@/lib/base/testing/eventually';
import { startJobs } from '@/lib/worker/runner';
import { connect, db, rawSql } from './client';
import { migrate } from './migrate';
import { isTransactionPooler } from './pooler';
import { addJob } from './queries/jobs';
import { useTestDatabase } from './testing/database';
import { CERTIFICATE, startEncrypted } from './testing/encrypted';
import { switchDatabase } from './testing/use-replicated';

const unencrypted = useTestDatabase();

let server: Awaited<ReturnType<typeof startEncrypted>>;
beforeAll(async () => {
  server = await startEncrypted();
});
afterAll(() => server.stop());

const encrypted = sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;

async function ask(query: string, url = server.url): Promise<unknown> {
  const { db: own, sql: raw } = connect(url + query);
  try {
    return (await own.execute(encrypted))[0]?.ssl;
  } finally {
    await raw.end({ timeout: 1 });
  }
}

it.each([
  ['', false],
  ['?sslmode=disable', false],
  ['?sslmode=require', true],
  ['?ssl=require', true],
  ['?sslmode=no-verify', true],
  [`?sslmode=verify-full&sslrootcert=${CERTIFICATE}`, true],
  [`?sslrootcert=${CERTIFICATE}&application_name=x`, true],
])('connects as an address with %s asks', async (query, isEncrypted) => {
  expect(await ask(query)).toBe(isEncrypted);
  expect(await isTransactionPooler(server.url + query)).toBe(false);
});

const refused = (code: string) => ({ cause: { code } });

it('refuses a certificate that it cannot verify, or of another host', async () => {
  await expect(ask('?sslmode=verify-full')).rejects.toMatchObject(
    refused('DEPTH_ZERO_SELF_SIGNED_CERT'),
  );
  const other = server.url.replace('127.0.0.1', 'localhost');
  await expect(ask(`?sslrootcert=${CERTIFICATE}`, other)).rejects.toMatchObject(
    refused('ERR_TLS_CERT_ALTNAME_INVALID'),
  );
});

it('sends nothing to a server without TLS', async () => {
  await expect(ask('?sslmode=require', unencrypted())).rejects.toMatchObject({
    cause: { message: 'the server does not offer TLS' },
  });
});

it.each(['?sslmode=require', `?sslmode=verify-full&sslrootcert=${CERTIFICATE}`])(
  'migrates and runs jobs with %s',
  async (query) => {
    const url = server.url + query;
    await migrate(url);
    await switchDatabase(url);
    const jobs = startJobs(url);
    await addJob(db(), 'clean_up', { _by: 'operator' });
    const runs = () => rawSql()`select outcome from job_runs where job = 'clean_up'`;
    await eventually(async () => expect((await runs()).at(-1)).toMatchObject({ outcome: 'done' }));
    await rawSql()`delete from job_runs`;
    await jobs.stop();
    await switchDatabase(unencrypted());
  },
);
