import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper } from '@/db/testing/factories';
import { sendDigests } from './sending';

const url = useTestDatabase();

const ADDRESSES = 1_000;
/** The first letter of an address decides its fate, so that each fate occurs. */
const REFUSED = /^refused-/;
const DELAYED = /^delayed-/;
const CUT = /^cut-/;

const taken = new Map<string, number>();
const delayed = new Set<string>();

/**
 * A mail server that delays some mails, rejects some permanently, and drops some connections during
 * DATA.
 */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo({ address }, _session, done) {
    const answer = (responseCode: number, words: string) =>
      done(Object.assign(new Error(words), { responseCode }));
    if (REFUSED.test(address)) return answer(550, 'no such box');
    if (DELAYED.test(address) && !delayed.has(address)) {
      delayed.add(address);
      return answer(451, 'later');
    }
    done();
  },
  onData(stream, session, done) {
    const [to] = session.envelope.rcptTo;
    stream.resume();
    stream.once('end', () => {
      const address = to?.address ?? '';
      taken.set(address, (taken.get(address) ?? 0) + 1);
      if (!CUT.test(address)) return done();
      // The mail is accepted, and the response is lost.
      (session as unknown as { _socket?: { destroy(): void } })._socket?.destroy();
      for (const one of connections) if (one.session === session) one._socket.destroy();
    });
  },
});
const connections = (server as unknown as { connections: Set<Connection> }).connections;
type Connection = { session: unknown; _socket: { destroy(): void } };

// Killed workers drop their connections.
server.on('error', () => {});

let smtp = '';
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.server.address();
  smtp = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

const startWorker = (): ChildProcess =>
  spawn(process.execPath, ['scripts/run.mjs', 'worker'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url(),
      SMTP_URL: smtp,
      MAIL_FROM: 'Papers <papers@example.org>',
      MAIL_RATE: '1000/s',
    },
  });

async function kill(worker: ChildProcess): Promise<void> {
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

const counts = async () => {
  const rows = await rawSql()`select status, count(*)::int as n from mails group by status`;
  return Object.fromEntries(rows.map((row) => [row.status, row.n])) as Record<string, number>;
};

it('mails a thousand addresses once each, though the worker is killed repeatedly', async () => {
  await createPaper({ listed: true, submittedAt: new Date(Date.now() - 3_600_000) });
  await rawSql()`
    insert into subscriptions (email, cadence, hour, time_zone, about, confirmed_at, next_at)
    select case when n % 50 = 0 then 'refused-' when n % 50 = 1 then 'delayed-'
        when n % 50 = 2 then 'cut-' else 'reader-' end || n || '@example.org',
      'daily', 0, 'UTC', 'everything', now(), now() - interval '1 minute'
    from generate_series(1, ${ADDRESSES}) n`;
  // The paper belongs to yesterday even if midnight has just passed.
  await rawSql()`update papers set submitted_at = date_trunc('day', now() at time zone 'UTC')
    at time zone 'UTC' - interval '1 hour'`;
  expect(await sendDigests()).toMatchObject({ mails: ADDRESSES, failed: 0 });

  let sent = 0;
  for (let kills = 0; kills < 3; kills++) {
    const worker = startWorker();
    const wanted = sent + 20 + Math.floor(Math.random() * 80);
    while (taken.size < wanted) await sleep(20);
    await kill(worker);
    sent = taken.size;
  }
  const last = startWorker();
  while (((await counts()).queued ?? 0) > 0) await sleep(200);
  await kill(last);

  for (const [address, times] of taken) expect([address, times]).toEqual([address, 1]);
  const all = await rawSql()`
    select s.email, m.status, s.paused_at is not null as paused
    from deliveries d join subscriptions s on s.id = d.subscription_id
    join mails m on m.id = d.mail_id`;
  expect(all).toHaveLength(ADDRESSES);
  for (const { email, status, paused } of all) {
    // A mail in flight when the worker was killed is unknown, and stays so.
    if (status === 'sending') continue;
    const fate = REFUSED.test(email) ? 'failed' : CUT.test(email) ? 'failed' : 'sent';
    expect([email, status, paused]).toEqual([email, fate, REFUSED.test(email)]);
    expect([email, taken.get(email) ?? 0]).toEqual([email, REFUSED.test(email) ? 0 : 1]);
  }
}, 240_000);
