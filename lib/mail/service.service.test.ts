import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { forgetEnv } from '@/lib/base/env';
import { deliverMail, listLocalMails, queueMail } from './service';
import { signInMail } from './sign-in';

useTestDatabase();

const mail = signInMail({
  to: 'ada@example.org',
  token: 'a-token',
  code: '012345',
  from: '/papers/2201.04388',
  expires: new Date(Date.now() + 3600_000),
});

type Script = { rcpt?: string; data?: string; cutInData?: boolean };

/** A mail server that follows a script and records accepted mails. */
async function startSmtp(script: Script = {}) {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    let message = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      message += chunk;
      if (inData) {
        if (script.cutInData) return socket.destroy();
        if (!message.endsWith('\r\n.\r\n')) return;
        taken.push(message);
        inData = false;
        message = '';
        return say(script.data ?? '250 taken');
      }
      for (const line of message.split('\r\n').slice(0, -1)) {
        if (/^(EHLO|HELO|MAIL|RSET)/i.test(line)) say('250 ok');
        else if (/^RCPT/i.test(line)) say(script.rcpt ?? '250 ok');
        else if (/^QUIT/i.test(line)) say('221 bye');
        else if (/^DATA/i.test(line)) {
          say('354 go on');
          inData = true;
        }
      }
      message = '';
    });
    say('220 fake');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  process.env.MAIL_FROM = 'Papertide <hello@papers.example>';
  forgetEnv();
  stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return taken;
}

let stop = () => {};
beforeEach(() => rawSql()`delete from mails`);
afterEach(() => {
  stop();
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'PAPERTIDE_EMBEDDED']) {
    delete process.env[name];
  }
  forgetEnv();
});

async function queued(more: object = {}) {
  await db().transaction((tx) => queueMail(tx, { ...mail, ...more }));
  const [row] = await rawSql()`select id from mails order by created_at desc limit 1`;
  return row?.id as string;
}

const state = async (id: string) =>
  (await rawSql()`select status, sealed from mails where id = ${id}`)[0];

describe('a mail', () => {
  it('is stored sealed with its job, in one transaction', async () => {
    const id = await queued();
    expect((await state(id))?.sealed).not.toMatch(/ada@|token/);
    const jobs = await rawSql()`
      select j.task_identifier as task from graphile_worker.jobs j order by j.id desc limit 1`;
    expect(jobs[0]?.task).toBe('send_mail');
    const before = await rawSql()`select count(*)::int as n from graphile_worker.jobs`;
    await db()
      .transaction(async (tx) => {
        await queueMail(tx, mail);
        throw new Error('no');
      })
      .catch(() => {});
    expect(await rawSql()`select count(*)::int as n from graphile_worker.jobs`).toEqual(before);
  });

  it('is delivered once to one address, with its link, and is deleted', async () => {
    const taken = await startSmtp();
    const id = await queued();
    await deliverMail(id);
    await deliverMail(id);
    expect(taken).toHaveLength(1);
    const text =
      taken[0]
        ?.replace(/\r\n\.\./g, '\r\n.')
        .replace(/=\r\n/g, '')
        .replace(/=3D/g, '=') ?? '';
    expect(text).toMatch(/^To: ada@example\.org\r$/m);
    expect(text).toContain(`Message-ID: <${id}@localhost>`);
    expect(text).toContain('/sign-in/confirm?token=a-token&email=ada%40example.org');
    expect(text).toContain('from=%2Fpapers%2F2201.04388');
    expect(await state(id)).toEqual({ status: 'sent', sealed: '' });
  });

  it.each([{ rcpt: '550 no such box' }, { data: '554 no' }])('is dropped at %j', async (script) => {
    await startSmtp(script);
    const id = await queued();
    await deliverMail(id);
    expect(await state(id)).toEqual({ status: 'failed', sealed: '' });
  });

  it.each([{ rcpt: '450 later' }, { data: '451 later' }, { cutInData: true }])(
    'is retried after %j, without its address in the error',
    async (script) => {
      await startSmtp(script);
      const id = await queued();
      const error = await deliverMail(id).catch((thrown: Error) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(JSON.stringify([String(error), error])).not.toContain('ada@');
      expect((await state(id))?.status).toBe('queued');
      stop();
      const taken = await startSmtp();
      await deliverMail(id);
      expect(taken).toHaveLength(1);
    },
  );

  it('that nobody waits for is delivered at most once', async () => {
    for (const [script, status] of [
      [{ rcpt: '450 later' }, 'queued'],
      [{ data: '451 later' }, 'queued'],
      [{ cutInData: true }, 'failed'],
    ] as const) {
      await startSmtp(script);
      const id = await queued({ once: true });
      await deliverMail(id).catch(() => {});
      expect((await state(id))?.status, JSON.stringify(script)).toBe(status);
      stop();
    }
    const unreached = await queued({ once: true });
    await deliverMail(unreached).catch(() => {});
    expect((await state(unreached))?.status).toBe('queued');
    const taken = await startSmtp();
    await rawSql()`update mails set status = 'sending' where id = ${unreached}`;
    await deliverMail(unreached);
    expect(taken).toHaveLength(0);
  });

  it('has the address for one-click unsubscription', async () => {
    const taken = await startSmtp();
    await deliverMail(await queued({ unsubscribe: 'https://papers.example/u?token=t' }));
    const head = taken[0]?.replace(/\r\n\s+/g, ' ');
    expect(head).toContain('List-Unsubscribe: <https://papers.example/u?token=t>');
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('is retried if there is no mail server', async () => {
    await startSmtp();
    stop();
    await expect(deliverMail(await queued())).rejects.toThrow('did not accept');
  });

  it('is dropped if its link has expired, or it cannot be decrypted', async () => {
    const taken = await startSmtp();
    const late = await queued({ expires: new Date(Date.now() - 1000).toISOString() });
    await deliverMail(late);
    const [one, other] = [await queued(), await queued()];
    await rawSql()`
      update mails set sealed = (select sealed from mails where id = ${other}) where id = ${one}`;
    await deliverMail(one);
    expect(taken).toHaveLength(0);
    for (const id of [late, one]) expect((await state(id))?.status).toBe('failed');
    await deliverMail('00000000-0000-4000-8000-000000000000');
  });
});

describe('the local mailbox', () => {
  it('keeps mails of the embedded database only', async () => {
    const id = await queued();
    expect(await listLocalMails()).toEqual([]);
    process.env.PAPERTIDE_EMBEDDED = '1';
    forgetEnv();
    await deliverMail(id);
    expect((await state(id))?.status).toBe('sent');
    expect(await listLocalMails()).toMatchObject([
      { to: 'ada@example.org', subject: mail.subject },
    ]);
    process.env.SITE_URL = 'https://papers.example';
    forgetEnv();
    expect(await listLocalMails()).toEqual([]);
    delete process.env.SITE_URL;
  });
});
