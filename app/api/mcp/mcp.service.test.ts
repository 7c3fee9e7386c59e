import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { tokenOf } from '@/lib/tokens/testing/token';
import type { Scope } from '@/lib/tokens/types';
import { POST } from './route';
import { callTool as call, connectTools as connect, useTools } from './testing/client';

useTestDatabase();
useTools();

beforeEach(() => emptyTables('users', 'papers', 'rate_limits'));

const toolsOf = async (scopes?: Scope[]) => {
  const client = await connect(scopes && (await tokenOf(await createUser(), scopes)));
  return (await client.listTools()).tools.map(({ name }) => name);
};

describe("the MCP tools, called by the SDK's client", () => {
  it('are listed with descriptions, the writing ones only with a token', async () => {
    const reading = [
      'search_papers',
      'trending_papers',
      'daily_papers',
      'read_paper',
      'read_comments',
      'list_collections',
      'read_collection',
    ];
    const own = ['list_saved_searches', 'run_saved_search'];
    const writing = ['create_collection', 'add_to_collection', 'save_search'];
    expect(await toolsOf()).toEqual(reading);
    expect(await toolsOf(['read'])).toEqual([...reading, ...own, 'for_you']);
    expect(await toolsOf(['vote', 'write'])).toEqual([
      ...reading,
      ...writing,
      'mark_not_interested',
      'start_for_you',
      'upvote_paper',
      'post_comment',
    ]);
    const client = await connect();
    expect(client.getServerVersion()?.title).toBe('Papertide');
    // The list of tools never changes, so the server announces no changes.
    expect(client.getServerCapabilities()).toEqual({ tools: { listChanged: false } });
    expect(client.getInstructions()).toContain('read_paper');
    for (const { description, annotations } of (await client.listTools()).tools) {
      expect(description?.length).toBeGreaterThan(60);
      expect(annotations?.readOnlyHint).toBe(true);
    }
  });

  it('find and read papers', async () => {
    const { slug } = await createPaper({
      listed: true,
      title: 'On waves',
      submittedAt: new Date('2026-01-05T10:00:00Z'),
    });
    const client = await connect();
    for (const [name, args] of [
      ['search_papers', { query: slug }],
      ['trending_papers', {}],
      ['daily_papers', { date: '2026-01-05' }],
      ['daily_papers', { week: '2026-W02', limit: 1 }],
      ['daily_papers', {}],
    ] as const) {
      const found = await call(client, name, args);
      expect(found.text, name).toContain(`1. On waves [${slug}]`);
      expect(found.data, name).toMatchObject({ papers: [{ id: slug, title: 'On waves' }] });
    }
    expect((await call(client, 'read_paper', { id: slug })).text).toContain('# On waves\n');
    expect(await call(client, 'read_paper', { id: '1234.56789' })).toMatchObject({ isError: true });
    expect(await call(client, 'daily_papers', { date: '2025-13-40' })).toMatchObject({
      isError: true,
      text: expect.stringContaining('no such day'),
    });
    const none = await call(client, 'read_comments', { id: slug });
    expect(none.text).toBe('Nobody has commented on this paper.');
  });

  it('vote and comment as the user of the token', async () => {
    const { slug } = await createPaper({ listed: true });
    const client = await connect(await tokenOf(await createUser({ handle: 'ada' })));
    expect((await call(client, 'upvote_paper', { id: slug })).text).toContain('1 upvotes');
    const posted = await call(client, 'post_comment', {
      id: slug,
      comment: 'Why?\n\nReally.',
      kind: 'question',
    });
    expect(posted.text).toMatch(/^Posted as comment \d+: http/);
    const { text } = await call(client, 'read_comments', { id: slug });
    expect(text).toMatch(/^Comment \d+ by @ada · question · 0 upvotes/);
    expect(text).toContain('> Why?\n> \n> Really.');
    const again = await call(client, 'post_comment', { id: slug, comment: 'At once.' });
    expect(again).toMatchObject({ isError: true, text: expect.stringContaining('Try again in') });
    const back = await call(client, 'upvote_paper', { id: slug, upvoted: false });
    expect(back.text).toContain('0 upvotes');
  });
});

describe('access to MCP', () => {
  const post = (headers: Record<string, string>, body: unknown = { jsonrpc: '2.0' }) =>
    POST(
      new Request('http://localhost:3000/api/mcp', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
      { params: Promise.resolve({}) },
    );

  it('refuses pages of other sites, also by DNS rebinding', async () => {
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    const rebound = { host: 'evil.example:3000', origin: 'http://evil.example:3000' };
    expect((await post(rebound)).status).toBe(403);
    expect((await post({ host: 'evil.example:3000' })).status).toBe(403);
  });

  it('refuses expired tokens, batches, and requests above the limit', async () => {
    expect((await post({ authorization: 'Bearer ppt_gone' })).status).toBe(401);
    expect((await post({}, [{ jsonrpc: '2.0' }])).status).toBe(400);
    process.env.RATE_LIMIT_API = '1/5min';
    forgetEnv();
    await emptyTables('rate_limits');
    await post({});
    const limited = await post({});
    expect([limited.status, limited.headers.has('retry-after')]).toEqual([429, true]);
    delete process.env.RATE_LIMIT_API;
    forgetEnv();
  });
});
