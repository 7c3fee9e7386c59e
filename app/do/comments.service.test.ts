import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { createSession } from '@/db/queries/accounts';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { hashToken } from '@/lib/base/secrets';
import { renderMarkdown } from '@/lib/markup/render';
import type { Viewer } from '@/lib/web/types';
import { POST } from './[concept]/[verb]/route';

useTestDatabase();
// A site starts its renderer before the first form arrives; on a busy machine the start takes
// longer than a form's deadline.
beforeAll(() => renderMarkdown('Ready?'));
afterEach(() => {
  delete process.env.RATE_LIMIT_COMMENT;
  forgetEnv();
});

const site = 'http://localhost:3000';

async function signedIn(viewer: Viewer): Promise<{ cookie: string }> {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(Date.now() + 60_000);
  await createSession({ tokenHash: hashToken(token), userId: viewer.id, expires });
  return { cookie: `papertide-session=${token}` };
}

const [post, edit, remove] = ['postComment', 'editComment', 'deleteComment'];

const send = async (verb = '', fields: Record<string, string> = {}, sent: object = {}) => {
  const reply = await POST(
    new Request(`${site}/do/comments/${verb}`, {
      method: 'POST',
      headers: { origin: site, ...sent },
      body: new URLSearchParams(fields),
    }),
    { params: Promise.resolve({ concept: 'comments', verb }) },
  );
  return { status: reply.status, to: reply.headers.get('location'), body: await reply.text() };
};

const countComments = async () =>
  (await rawSql()`select count(*)::int as n from comments`)[0]?.n as number;

it('posts once, replies, edits and deletes without scripts', async () => {
  const viewer = await createUser();
  const me = await signedIn(viewer);
  const { id } = await createPaper({ listed: true });
  const form = { paperId: String(id), kind: '', clientKey: randomUUID(), markdown: 'a\r\n\r\nb' };
  const first = await send(post, form, me);
  expect(first).toMatchObject({ status: 303, to: expect.stringMatching(/^\/comments\/\d+$/) });
  const commentId = first.to?.split('/')[2] ?? '';
  const [row] = await rawSql()`select markdown, html from comments where id = ${commentId}`;
  expect(row).toEqual({ markdown: 'a\n\nb', html: '<p>a</p>\n<p>b</p>' });

  process.env.RATE_LIMIT_COMMENT = '1000/min';
  forgetEnv();
  expect(await send(post, form, me)).toMatchObject({ status: 303, to: first.to });
  const reply = { ...form, parentId: commentId, clientKey: randomUUID() };
  expect((await send(post, reply, me)).status).toBe(303);
  expect(await countComments()).toBe(2);

  const change = { commentId, revision: '0', markdown: 'Better' };
  expect((await send(edit, change, me)).status).toBe(303);
  const late = await send(edit, { ...change, markdown: 'Too late' }, me);
  expect(late.status).toBe(409);
  expect(late.body).toContain('Too late');
  expect((await send(remove, { commentId }, me)).status).toBe(303);
});

it('keeps what was typed when refused', async () => {
  const me = await signedIn(await createUser());
  const { id } = await createPaper({ listed: true });
  const markdown = '\n</textarea><script>alert(1)</script> "quoted"';
  const form = { paperId: String(id), clientKey: randomUUID(), markdown };
  const escaped =
    '\n\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot;</textarea>';

  const signedOut = await send(post, form);
  expect(signedOut.status).toBe(401);
  expect(signedOut.body).toContain(escaped);
  expect(signedOut.body).toContain('href="/sign-in" target="_blank"');
  expect(signedOut.body).toContain(`name="clientKey" value="${form.clientKey}"`);

  process.env.RATE_LIMIT_COMMENT = '1/day';
  forgetEnv();
  await send(post, { ...form, clientKey: randomUUID() }, me);
  const fast = await send(post, form, me);
  expect(fast.status).toBe(429);
  expect(fast.body).toContain(escaped);

  process.env.RATE_LIMIT_COMMENT = '1000/min';
  forgetEnv();
  const long = await send(post, { ...form, markdown: 'x'.repeat(10_001) }, me);
  expect(long.status).toBe(400);
  expect(long.body).toContain('10,000 characters at most');
  expect(long.body).toContain('x'.repeat(10_001));
  const empty = await send(post, { ...form, markdown: ' ' }, me);
  expect(empty).toMatchObject({ status: 400, body: expect.stringContaining('Write something') });
  expect((await send(post, { ...form, paperId: 'x' }, me)).status).toBe(400);
  const foreign = await send(post, form, { ...me, origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
});
