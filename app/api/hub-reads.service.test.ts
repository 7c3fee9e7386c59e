import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { noTestData, testDataFiles, testDataText } from '@/db/testing/test-data';
import { forgetEnv } from '@/lib/base/env';
import { importFile } from '@/lib/ingest/importer';
import { setUpvote } from '@/lib/votes/service';
import { ask, SITE } from './testing/ask';
import { expectTypedItem, paperInfo, paperInfos } from './testing/hub-client';

useTestDatabase();

const json = async (address: string) => (await ask(address)).json();
const folded = (text: unknown) =>
  typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : null;
const reset = () => emptyTables('users', 'papers', 'organizations', 'rate_limits');
afterEach(() => {
  delete process.env.RATE_LIMITS;
  delete process.env.RATE_LIMIT_API;
  forgetEnv();
});

describe.skipIf(noTestData)('real days of the daily list (TEST_DATA_DIR)', () => {
  it('round-trip for the Python client and for typed clients', async () => {
    await reset();
    process.env.RATE_LIMITS = 'off';
    forgetEnv();
    for (const file of testDataFiles('hf_daily')) await importFile(file, db());
    for (const file of testDataFiles('hf_daily')) {
      const day = path.basename(file, '.json');
      const given = JSON.parse(testDataText('hf_daily', `${day}.json`));
      const response = await json(`/api/daily_papers?date=${day}&limit=100`);
      const infos = paperInfos(response);
      response.forEach(expectTypedItem);
      const source = paperInfos(given);
      const byId = new Map(source.map((info) => [info.id, info]));
      const days = new Set(
        given.map((item: { paper: { submittedOnDailyAt: string } }) =>
          item.paper.submittedOnDailyAt.slice(0, 10),
        ),
      );
      if (days.size === 1 && days.has(day)) {
        expect(infos.map(({ id }) => id).sort()).toEqual(source.map(({ id }) => id).sort());
      }
      for (const info of infos) {
        const before = byId.get(info.id);
        if (!before) continue;
        expect(info.title).toBe(folded(before.title));
        expect(info.publishedAt).toEqual(before.publishedAt);
        expect(info.authors.length).toBe(before.authors.length);
        expect(info.submittedBy?.fullname).toBe(folded(before.submittedBy?.fullname));
        // The name is the one from the later day.
        expect(info.organization === null).toBe(before.organization === null);
      }
    }
    const week = paperInfos(await json('/api/daily_papers?week=2026-W30&limit=100'));
    expect(week.length).toBeGreaterThan(20);
    const month = await ask('/api/daily_papers?month=2026-07&limit=100');
    expect(month.headers.get('link')).toMatch(/month=2026-07.*p=1.*>; rel="next"$/);
  });
});

describe('the reads of the Hugging Face API', () => {
  beforeEach(reset);
  const day = (n: number) => new Date(Date.UTC(2026, 0, n, 12));

  it('lists a day by upvotes, everything by day, and pages with a link', async () => {
    const [one, two] = [
      await createPaper({ listed: true, submittedAt: day(5) }),
      await createPaper({ listed: true, submittedAt: day(5) }),
    ];
    const later = await createPaper({ listed: true, submittedAt: day(7) });
    await setUpvote({ viewer: await createUser() }, { paperId: two.id, upvoted: true });
    const ids = async (query: string) =>
      paperInfos(await json(`/api/daily_papers${query}`)).map(({ id }) => id);
    expect(await ids('?date=2026-01-05')).toEqual([two.slug, one.slug]);
    expect(await ids('?date=2026-01-05T09:00:00.000Z')).toHaveLength(2);
    expect((await ids(''))[0]).toBe(later.slug);
    expect(await ids('?date=2026-01-06')).toEqual([]);
    expect(await ids('?week=2026-W02')).toHaveLength(3);
    expect(await ids('?month=2026-01')).toHaveLength(3);
    expect(await ids('?sort=trending')).toHaveLength(3);
    expect(await ids('?p=100')).toEqual([]);
    const page = await ask('/api/daily_papers?limit=2');
    const [, next = ''] = /^<(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '') ?? [];
    expect(new URL(next).origin).toBe(SITE);
    const rest = await ask(new URL(next).pathname + new URL(next).search);
    expect(paperInfos(await rest.json())).toHaveLength(1);
    expect(rest.headers.get('link')).toBeNull();
  });

  it('returns absolute URLs for pictures of papers and organizations', async () => {
    const hash = 'a1'.repeat(32);
    await rawSql()`insert into pictures (hash, width, height) values (${hash}, 320, 320)`;
    const [{ id } = { id: 0 }] = await rawSql()<{ id: number }[]>`
      insert into organizations (slug, name, picture) values ('lab', 'Lab', ${hash})
      returning id::int`;
    await createPaper({ listed: true, picture: hash, organizationId: id });
    const [item] = await json('/api/daily_papers');
    const picture = `${SITE}/pictures/${hash}-large.webp`;
    expect([item.thumbnail, item.organization.avatar]).toEqual([picture, picture]);
    await emptyTables('pictures');
  });

  it('lists submissions of a user', async () => {
    const ada = await createUser({ handle: 'ada', name: 'Ada L.' });
    const { slug } = await createPaper({ listed: true, submittedBy: ada.id });
    await createPaper({ listed: true });
    const [item, ...more] = await json('/api/daily_papers?submitter=Ada');
    expect(more).toEqual([]);
    expect(item.paper.id).toBe(slug);
    expect(item.submittedBy).toMatchObject({ name: 'ada', user: 'ada', fullname: 'Ada L.' });
    expect(item.paper.submittedOnDailyBy).toEqual(item.submittedBy);
  });

  it.each([
    ['?date=2025-13-40', /date/],
    ['?date=2199-01-01', /still to come/],
    ['?week=2025-W53', /week/],
    ['?month=2026-13', /month/],
    ['?limit=101', /Too big: expected number to be <=100/],
    ['?limit=0', /limit/],
    ['?limit=ten', /limit/],
    ['?p=-1', /p/],
    ['?sort=upvotes', /sort/],
    ['?submitter=%00', /./],
  ])('answers 400 to /api/daily_papers%s, in words', async (query, words) => {
    const response = await ask(`/api/daily_papers${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: expect.stringMatching(words),
      code: 'invalid',
    });
  });

  it('returns a bare paper with its linked repositories, or 404', async () => {
    const { slug } = await createPaper({
      listed: true,
      title: 'The Llama 3 Herd of Models',
      summary: 'Models.',
      summaryBy: 'a test',
      keywords: ['models'],
      codeUrl: 'https://github.com/o/r',
      codeStars: 7,
      projectUrl: 'not an address',
    });
    const body = await json(`/api/papers/${slug}v2`);
    expect(paperInfo(body)).toMatchObject({
      id: slug,
      title: 'The Llama 3 Herd of Models',
      linked: { models: [], datasets: [], spaces: [] },
      githubRepo: 'https://github.com/o/r',
      githubStars: 7,
      aiSummary: 'Models.',
      submittedAt: new Date('2026-01-15T00:00:00Z'),
    });
    expect(body).not.toHaveProperty('projectPage');
    expect((await json(`/api/papers/${body._id}`)).id).toBe(slug);
    const missing = await ask('/api/papers/1234.56789');
    expect(missing.status).toBe(404);
    expect((await missing.json()).error).toBe('Paper not found');
    await rawSql()`update papers set removed_at = now(), trending = null`;
    expect((await ask(`/api/papers/${slug}`)).status).toBe(404);
  });

  it('finds papers with a slash in their identifier', async () => {
    await createPaper({ externalId: 'hep-th/9901001', listed: true });
    for (const id of ['hep-th~9901001', 'hep-th%2F9901001']) {
      expect((await json(`/api/papers/${id}`)).id).toBe('hep-th/9901001');
    }
  });

  it('returns a paper as Markdown with the right content type', async () => {
    const { slug } = await createPaper({
      title: 'On $a_1*b$ and *stars*',
      abstract: '<b>Bold</b>',
    });
    const response = await ask(`/api/papers/${slug}/markdown`);
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('# On $a_1*b$ and \\*stars\\*\n');
    expect(text).toContain(`- arXiv: <https://arxiv.org/abs/${slug}>`);
    expect(text).toContain('## Abstract\n\n\\<b\\>Bold\\</b\\>');
    const headers = { accept: 'text/markdown' };
    const negotiated = await ask(`/api/papers/${slug}/markdown`, { headers });
    expect(negotiated.headers.get('cache-control')).toBe('private, max-age=10');
    expect((await ask('/api/papers/1234.56789/markdown')).status).toBe(404);
    expect(text).not.toContain('Discussion');
  });

  it('searches by identifier, and returns nothing for an empty query', async () => {
    const { slug } = await createPaper({ listed: true });
    const [item] = await json(`/api/papers/search?q=${slug}`);
    expect(paperInfo(item).id).toBe(slug);
    expect(item).toMatchObject({ upvoted: false, highlightedTitle: [{ type: 'text' }] });
    expect(await json('/api/papers/search')).toEqual([]);
    for (const query of [
      'q=a&limit=121',
      `q=${'a'.repeat(2_001)}`,
      'q=a&cursor=x',
      'q=10.1234/a%00',
    ]) {
      expect((await ask(`/api/papers/search?${query}`)).status).toBe(400);
    }
  });

  it('pages through all papers without duplicates, in every order', async () => {
    for (let n = 1; n <= 7; n++) {
      const paper = await createPaper({ listed: true, submittedAt: day(1 + (n % 3)) });
      for (let votes = 0; votes < 1 + (n % 2); votes++) {
        await setUpvote({ viewer: await createUser() }, { paperId: paper.id, upvoted: true });
      }
    }
    for (const order of ['', 'sort=trending', 'sort=upvotes', 'period=monthly', 'sort=createdAt']) {
      const seen: string[] = [];
      let address: string | undefined = `/api/papers?limit=3&${order}`;
      while (address) {
        const response: Response = await ask(address);
        for (const { id, title, authors, thumbnailUrl } of await response.json()) {
          expect([typeof title, Array.isArray(authors), URL.canParse(thumbnailUrl)]).toEqual([
            'string',
            true,
            true,
          ]);
          seen.push(id);
        }
        address = /<(.+)>/.exec(response.headers.get('link') ?? '')?.[1];
      }
      expect(new Set(seen).size, order).toBe(7);
      expect(seen.length, order).toBe(7);
    }
    expect((await ask('/api/papers?cursor=WyJuZXciXQ')).status).toBe(400);
  });

  it('returns 400 for forged cursors', async () => {
    const { slug } = await createPaper({ listed: true });
    const moments = [
      '----------',
      '9999999999999',
      '2026-02-31 00:00:00+00',
      '2026-01-01 00:00:00+99',
    ];
    for (const [address, key] of [
      ...moments.map((at) => ['/api/papers?', ['new', at, 0, 1]] as const),
      ...moments.map(
        (at) => [`/api/papers/${slug}/comments?sort=newest&`, ['newest', 1, 0, 0, at]] as const,
      ),
      [`/api/papers/${slug}/comments?`, ['best', 1, 2 ** 40, 0, '2026-01-01 00:00:00+00']],
      ['/api/papers?sort=upvotes&', ['upvotes', -1, 1]],
    ] as const) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      expect((await ask(`${address}cursor=${cursor}`)).status, String(key)).toBe(400);
    }
    expect(await json('/api/daily_papers?p=10000000000')).toEqual([]);
  });

  it('returns empty lists for data this site does not store', async () => {
    expect(await json('/api/arxiv/2401.00001/repos')).toEqual({
      models: [],
      datasets: [],
      spaces: [],
    });
    for (const kind of ['models', 'datasets', 'spaces']) {
      expect(await json(`/api/${kind}?filter=arxiv:2401.00001&limit=5&sort=likes`)).toEqual([]);
    }
    expect(await json('/api/collections?paper=2401.00001')).toEqual([]);
  });

  it('ignores an unknown token, allows any origin, and returns 304', async () => {
    await createPaper({ listed: true });
    const first = await ask('/api/daily_papers', { token: 'hf_abcdefgh' });
    expect(first.status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.has('access-control-allow-credentials')).toBe(false);
    expect(first.headers.get('ratelimit-policy')).toBe('"api";q=500;w=300');
    const etag = first.headers.get('etag') ?? '';
    const again = await ask('/api/daily_papers', { headers: { 'if-none-match': `W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const preflight = await ask('/api/daily_papers', { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(preflight.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  it('returns 429 above the rate limit', async () => {
    process.env.RATE_LIMIT_API = '1/5min';
    forgetEnv();
    expect((await ask('/api/models')).status).toBe(200);
    const response = await ask('/api/models');
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(200);
    const error = 'Too many requests. Try again later.';
    expect(await response.json()).toEqual({ error, code: 'rate_limited' });
  });
});
