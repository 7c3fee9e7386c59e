import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql, transaction } from '@/db/client';
import { endSessions } from '@/db/queries/people';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { postComment } from '@/lib/comments/service';
import { renderMarkdown } from '@/lib/markup/render';
import { getTokens } from '@/lib/tokens/data';
import { MOST_TOKENS } from '@/lib/tokens/schema';
import { createToken, revokeToken } from '@/lib/tokens/service';
import { tokenOf } from '@/lib/tokens/testing/token';
import type { Viewer } from '@/lib/web/types';
import { ask } from './testing/ask';

useTestDatabase();
// The first render waits for its worker to start, longer than a request waits.
beforeAll(() => renderMarkdown('Ready?', { namespace: 'ready' }));
beforeEach(() => emptyTables('users', 'papers', 'rate_limits'));

const upvote = (slug: string, sent: Parameters<typeof ask>[1] = {}) =>
  ask(`/api/papers/${slug}/upvote`, { method: 'PUT', ...sent });

describe('a token', () => {
  it('is shown once, stored as a hash, and lets its user vote', async () => {
    const ada = await createUser();
    const { slug } = await createPaper({ listed: true });
    const made = await createToken({ viewer: ada }, { name: 'cli', scopes: ['vote'], days: 7 });
    if (!made.ok) throw new Error(made.reason);
    const { token } = made.data;
    expect(token).toMatch(/^ppt_[\w-]{43}$/);
    expect(JSON.stringify(await rawSql()`select * from api_tokens`)).not.toContain(token);
    const cast = await upvote(slug, { token });
    expect(await cast.json()).toMatchObject({ upvotes: 1, upvoted: true });
    expect(cast.headers.get('cache-control')).toBe('private, no-store');
    expect(cast.headers.get('ratelimit-policy')).toMatch(/^"vote";q=60;w=60$/);
    expect(await (await upvote(slug, { token })).json()).toMatchObject({ upvotes: 1 });
    const back = await upvote(slug, { token, method: 'DELETE' });
    expect(await back.json()).toMatchObject({ upvotes: 0, upvoted: false });
    const [own] = await getTokens(ada.id, token);
    expect(own).toMatchObject({
      name: 'cli',
      ending: token.slice(-4),
      fresh: true,
      expired: false,
    });
    expect(own?.lastUsed).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  const over: Record<string, (viewer: Viewer, token: string) => Promise<unknown>> = {
    'that has expired': () => rawSql()`update api_tokens set expires = now()`,
    'that is revoked': async (viewer) => {
      const [own] = await getTokens(viewer.id, '');
      return revokeToken({ viewer }, { id: own?.id ?? '' });
    },
    'of a banned user': () => rawSql()`update users set banned_at = now()`,
    'of before a change of address': ({ id }) => transaction((tx) => endSessions(tx, id)),
    'of a deleted user': () => rawSql()`delete from users`,
  };
  it.each(Object.keys(over))('%s does nothing, but is no hindrance to reading', async (name) => {
    const ada = await createUser();
    const { slug } = await createPaper({ listed: true });
    const token = await tokenOf(ada);
    await over[name]?.(ada, token);
    const response = await upvote(slug, { token });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect((await ask('/api/daily_papers', { token })).status).toBe(200);
    const [{ count } = { count: '?' }] = await rawSql()`select count(*) from upvotes`;
    expect(Number(count)).toBe(0);
  });

  it('is limited to its scopes; a write without one is refused even with a cookie', async () => {
    const ada = await createUser();
    const { slug } = await createPaper({ listed: true });
    const token = await tokenOf(ada, ['read', 'write']);
    const refused = await upvote(slug, { token });
    expect([refused.status, (await refused.json()).error]).toEqual([
      403,
      'This token does not have the scope “vote”.',
    ]);
    const cookie = 'papertide-session=0123456789012345678901234567890123456789';
    expect((await upvote(slug, { headers: { cookie } })).status).toBe(401);
    expect((await upvote(slug, { headers: { authorization: 'Basic YTpi' } })).status).toBe(401);
    expect((await upvote('1234.56789', { token: await tokenOf(ada) })).status).toBe(404);
  });

  it('is one of at most twenty, and only its owner can revoke it', async () => {
    const ada = await createUser();
    for (let n = 0; n < MOST_TOKENS; n++) await tokenOf(ada);
    const input = { name: 'one more', scopes: [], days: 7 };
    expect(await createToken({ viewer: ada }, input)).toMatchObject({ reason: 'conflict' });
    const [own] = await getTokens(ada.id, '');
    const other = { viewer: await createUser() };
    expect(await revokeToken(other, { id: own?.id ?? '' })).toMatchObject({ reason: 'not_found' });
    expect(await getTokens(ada.id, '')).toHaveLength(MOST_TOKENS);
  });
});

describe('writing by a token', () => {
  it('posts a comment and a reply and reads them back', async () => {
    const token = await tokenOf(await createUser({ handle: 'ada', name: 'Ada L.' }));
    const { slug, id } = await createPaper({ listed: true });
    const posted = await ask(`/api/papers/${slug}/comment`, {
      method: 'POST',
      token,
      body: { comment: 'Why $x^2$?', kind: 'question' },
    });
    expect(posted.status).toBe(201);
    const { id: root, url } = await posted.json();
    expect(url).toBe(`http://localhost:3000/comments/${root}`);
    await emptyTables('rate_limits');
    const bob = await tokenOf(await createUser({ handle: 'bob' }));
    const clientKey = '7d0c3b8e-58a4-4d7e-9d2f-0a4c8a0b6d11';
    const send = () =>
      ask(`/api/papers/${slug}/comment/${root}/reply`, {
        method: 'POST',
        token: bob,
        body: { comment: 'Because.', clientKey },
      });
    const reply = await (await send()).json();
    await emptyTables('rate_limits');
    expect((await (await send()).json()).id).toBe(reply.id);

    const [thread, ...others] = await (await ask(`/api/papers/${slug}/comments`)).json();
    expect(others).toEqual([]);
    expect(thread).toMatchObject({
      id: root,
      kind: 'question',
      markdown: 'Why $x^2$?',
      author: { name: 'ada', fullname: 'Ada L.' },
      numReplies: 1,
      replies: [{ id: reply.id, parentId: root, markdown: 'Because.', author: { name: 'bob' } }],
    });
    expect(thread.html).toContain('<math');
    expect(await (await ask(`/api/papers/${slug}/comments/${reply.id}`)).json()).toEqual(thread);

    await rawSql()`update comments set hidden_at = now() where id = ${root}`;
    const hidden = await (await ask(`/api/papers/${slug}/comments`)).text();
    expect(hidden).not.toContain('x^2');
    expect(hidden).not.toContain('Ada L.');
    expect(JSON.parse(hidden)[0]).toMatchObject({ state: 'hidden', numReplies: 1, markdown: '' });
    await rawSql()`update comments set deleted_at = now() where id = ${reply.id}`;
    expect(await (await ask(`/api/papers/${slug}/comments`)).json()).toEqual([]);
    const [{ count } = {}] = await rawSql()`select count(*) from comments where paper_id = ${id}`;
    expect(Number(count)).toBe(2);
  });

  it('pages through threads without duplicates, in both orders', async () => {
    const { slug, id: paperId } = await createPaper({ listed: true });
    for (let n = 0; n < 5; n++) {
      const viewer = await createUser();
      const clientKey = crypto.randomUUID();
      await postComment({ viewer }, { paperId, markdown: `Comment ${n}`, clientKey });
    }
    for (const sort of ['best', 'newest']) {
      const seen: string[] = [];
      let address: string | undefined = `/api/papers/${slug}/comments?limit=2&sort=${sort}`;
      while (address) {
        const response: Response = await ask(address);
        for (const { markdown } of await response.json()) seen.push(markdown);
        address = /<(.+)>/.exec(response.headers.get('link') ?? '')?.[1];
      }
      expect(seen.length).toBe(5);
      expect(new Set(seen).size).toBe(5);
      if (sort === 'newest') expect(seen[0]).toBe('Comment 4');
    }
    const other = `/api/papers/${slug}/comments?cursor=WyJiZXN0IiwxXQ`;
    expect((await ask(other)).status).toBe(400);
  });

  it('submits a paper that is known, once, with a comment', async () => {
    const token = await tokenOf(await createUser());
    const { slug } = await createPaper();
    const send = (body: object) => ask('/api/papers/submit', { method: 'POST', token, body });
    const media_urls = ['https://cdn.example.org/figure.png'];
    const body = {
      paper_id: `https://arxiv.org/abs/${slug}`,
      comment: 'Worth reading.',
      media_urls,
    };
    expect((await send({ ...body, media_urls: ['javascript:alert(1)'] })).status).toBe(400);
    expect(await (await send(body)).json()).toEqual({
      state: 'listed',
      id: slug,
      url: `http://localhost:3000/papers/${slug}`,
      commented: true,
    });
    expect(await (await send({ paper_id: slug })).json()).toMatchObject({ state: 'already_here' });
    const daily = await (await ask('/api/daily_papers')).json();
    expect(daily[0]).toMatchObject({
      paper: { id: slug, mediaUrls: media_urls },
      thumbnail: `http://localhost:3000/papers/${slug}/card.png`,
      numComments: 1,
    });
    expect((await send({ paper_id: 'what?' })).status).toBe(400);
    const index = { method: 'POST', token, body: { arxivId: slug } };
    expect(await (await ask('/api/papers/index', index)).json()).toMatchObject({ state: 'here' });
  });

  it.each([
    [{}, 400],
    [{ comment: '' }, 400],
    [{ comment: 'a'.repeat(10_001) }, 400],
    [{ comment: '\ud800' }, 400],
    [{ comment: 'a'.repeat(70_000) }, 413],
    [['a comment'], 400],
  ])('refuses the body %#', async (body, status) => {
    const token = await tokenOf(await createUser());
    const { slug } = await createPaper({ listed: true });
    const response = await ask(`/api/papers/${slug}/comment`, { method: 'POST', token, body });
    expect(response.status).toBe(status);
    expect(typeof (await response.json()).error).toBe('string');
  });

  it('returns counts for many papers, and own votes with a token', async () => {
    const token = await tokenOf(await createUser());
    const [one, two] = [await createPaper({ listed: true }), await createPaper({ listed: true })];
    await upvote(two.slug, { token });
    const address = `/api/papers/engagement?ids=${two.slug},${one.slug},2501.99999`;
    const everybody = await ask(address);
    expect(everybody.headers.get('vary')).toBe('Authorization');
    expect(await everybody.json()).toEqual([
      { id: two.slug, upvotes: 1, numComments: 0 },
      { id: one.slug, upvotes: 0, numComments: 0 },
    ]);
    const own = await ask(address, { token });
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    expect((await own.json()).map((row: { upvoted: boolean }) => row.upvoted)).toEqual([
      true,
      false,
    ]);
    await rawSql()`
      update papers set merged_into = ${two.id}, removed_at = now(), trending = null where id = ${one.id}`;
    expect(await (await ask(`/api/papers/engagement?ids=${one.slug}`)).json()).toEqual([
      { id: one.slug, upvotes: 1, numComments: 0 },
    ]);
    const many = Array.from({ length: 101 }, (_, n) => `2501.${10_000 + n}`).join(',');
    expect((await ask(`/api/papers/engagement?ids=${many}`)).status).toBe(400);
  });
});
