import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { indexAll } from '@/lib/search/service';
import { forgetCandidates } from '@/lib/taste/candidates';
import { deleteTaste } from '@/lib/taste/service';
import { tokenOf } from '@/lib/tokens/testing/token';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import { ask } from '../testing/ask';

useTestDatabase();

const FLOW = 'Rectified flow matching for image generation by diffusion transformers';
const ROBOT = 'Dexterous manipulation policies of humanoid robots from demonstrations';

let reader: Viewer;
let token: string;
beforeEach(async () => {
  await emptyTables('users', 'papers', 'rate_limits');
  forgetCandidates();
  reader = await createUser();
  token = await tokenOf(reader);
});

const paper = async (title: string, daysAgo = 1, more: object = {}) =>
  createPaper({
    listed: true,
    title,
    abstract: `${title}.`,
    submittedAt: new Date(Date.now() - daysAgo * 86_400_000),
    ...more,
  });
type Item = { paper: { id: string }; because?: string; reasons: { kind: string; name: string }[] };
const read = async (query = '', as = token) => {
  forgetCandidates();
  const response = await ask(`/api/for-you${query}`, { token: as });
  const body = (await response.json()) as { state: string; likes: number; papers: Item[] };
  return { response, ...body, ids: body.papers?.map((item) => item.paper.id) };
};
const not = (id: string, method = 'PUT', as = token) =>
  ask(`/api/for-you/not-interested/${encodeURIComponent(id)}`, { method, token: as });
const start = (body: object) => ask('/api/for-you/start', { method: 'POST', token, body });

describe('For you in the API', () => {
  it('returns a personal order with reasons, to its own user only', async () => {
    for (const part of ['one', 'two', 'three']) {
      const { id } = await paper(`${FLOW}, ${part}`, 30);
      await setUpvote({ viewer: reader, network: null }, { paperId: id, upvoted: true });
    }
    const [robot, flow] = [await paper(ROBOT), await paper(FLOW)];
    await indexAll();
    const found = await read();
    expect(found).toMatchObject({ state: 'learned', likes: 3, ids: [flow.slug, robot.slug] });
    expect(found.response.headers.get('cache-control')).toBe('private, no-store');
    expect(found.papers[0]?.because).toMatch(/^Because of .*(flow|diffusion|matching)/);
    expect(found.papers[0]?.reasons[0]).toMatchObject({ kind: 'word' });
    const other = await read('', await tokenOf(await createUser()));
    expect(other).toMatchObject({ state: 'few_likes', likes: 0 });
  });

  it('paginates without duplicates, and rejects cursors of other lists', async () => {
    const slugs = [];
    for (let n = 0; n < 5; n++) slugs.push((await paper(`${ROBOT} ${n}`, 1 + n / 10)).slug);
    const seen: string[] = [];
    for (let next = '?limit=2'; next; ) {
      const { response, ids } = await read(next);
      seen.push(...ids);
      const [, url = ''] = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '') ?? [];
      next = url && new URL(url).search;
    }
    expect(seen.sort()).toEqual(slugs.sort());
    const foreign = Buffer.from('["search",2]').toString('base64url');
    expect((await read(`?cursor=${foreign}`)).response.status).toBe(400);
  });

  it('marks as not interesting and undoes it, both idempotently', async () => {
    const old = { slug: 'hep-th/9901001', externalId: 'hep-th/9901001' };
    const { slug } = await paper(ROBOT, 1, old);
    for (let twice = 0; twice < 2; twice++) {
      const response = await not(slug);
      expect([response.status, await response.json()]).toEqual([
        200,
        { id: slug, notInterested: true },
      ]);
    }
    expect((await read()).ids).toEqual([]);
    for (let twice = 0; twice < 2; twice++) expect((await not(slug, 'DELETE')).status).toBe(200);
    expect((await read()).ids).toEqual([slug]);
    expect((await not('2101.99999')).status).toBe(404);
  });

  it('starts from papers, a .bib file and topics, and reports unknown papers', async () => {
    await paper(FLOW, 40, { slug: '2209.14577', externalId: '2209.14577' });
    await paper('Attention Is All You Need', 40);
    const response = await start({
      papers: ['arXiv:2209.14577v2', '2101.99999'],
      bibtex: '@article{a, title = {Attention is all you need}}',
      topics: ['CS.lg'],
    });
    expect(await response.json()).toEqual({ papers: 2, missing: expect.any(Number), topics: 1 });
    expect((await read()).likes).toBe(2);
    for (const wrong of [{}, { topics: ['cs.NO'] }, { papers: 'x' }, { papers: [''] }]) {
      const refused = await start(wrong);
      expect(refused.status, JSON.stringify(wrong)).toBe(400);
      expect(await refused.json()).toMatchObject({ code: 'invalid', error: expect.any(String) });
    }
  });

  it('reports a deleted taste as off', async () => {
    await paper(ROBOT);
    await deleteTaste({ viewer: reader });
    expect(await read()).toMatchObject({ state: 'off', ids: [] });
  });

  it.each([
    ['no token', undefined, 401, 401],
    ['a token to vote', ['vote'], 403, 403],
    ['a token to read', ['read'], 200, 403],
    ['a token to write', ['write'], 403, 200],
  ] as const)('lets %s do what its scope says', async (_, scopes, reading, writing) => {
    const { slug } = await paper(ROBOT);
    const as = scopes && (await tokenOf(reader, [...scopes]));
    expect((await ask('/api/for-you', { token: as })).status).toBe(reading);
    for (const method of ['PUT', 'DELETE']) {
      const sent = { method, token: as };
      expect((await ask(`/api/for-you/not-interested/${slug}`, sent)).status).toBe(writing);
    }
    const body = { topics: ['cs.LG'] };
    const started = await ask('/api/for-you/start', { method: 'POST', token: as, body });
    expect(started.status).toBe(writing);
  });
});
