import { randomUUID } from 'node:crypto';
import * as cache from 'next/cache';
import { beforeEach, expect, it, test, vi } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { countsTag, paperTag, readerTag } from '@/lib/base/tags';
import { loadCollectionsWith } from '@/lib/collections/data';
import { createCollection } from '@/lib/collections/service';
import { getThreads } from '@/lib/comments/data';
import { postComment } from '@/lib/comments/service';
import { getPaper } from '@/lib/papers/data';
import { getWhy } from '@/lib/ranking/data';
import { NEAR_PLACES } from '@/lib/ranking/messages';
import { getSimilar } from '@/lib/search/data';
import { indexAll } from '@/lib/search/service';
import { getChancePlace } from '@/lib/views/data';

const lives: string[] = [];
const tags = new Set<string>();
vi.spyOn(cache, 'cacheLife').mockImplementation((life) => void lives.push(String(life)));
vi.spyOn(cache, 'cacheTag').mockImplementation((...added) => {
  for (const tag of added) tags.add(tag);
});

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers'));

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

/** Reads what a paper's page reads; returns how long it may be stored, and what ends it. */
async function read(slug: string) {
  lives.length = 0;
  tags.clear();
  const found = await getPaper(slug);
  if (!found) throw new Error('no such paper');
  const { paper, settled } = found;
  await Promise.all([
    getThreads(paper.id, { order: 'best' }, 1),
    getChancePlace(paper.id, settled).then((chance) => getWhy(paper.id, chance)),
    loadCollectionsWith(paper.id),
  ]);
  return { lives: [...new Set(lives)].sort(), tags: [...tags] };
}

/** A paper below the near places, which newer papers hold. */
async function farPaper(facts: Parameters<typeof createPaper>[0] = {}) {
  const old = { listed: true, submittedAt: ago(60), publishedAt: ago(61), ...facts };
  const paper = await createPaper(old);
  await rawSql()`
    insert into papers (slug, source, external_id, title, abstract, published_at, listed_by,
      submitted_at, feed_day, trending)
    select '2499.' || lpad(n::text, 5, '0'), 'arxiv', '2499.' || lpad(n::text, 5, '0'), 'Above',
      'Above.', now(), 'daily_list', now(), current_date, 1e6 + n
    from generate_series(1, ${NEAR_PLACES + 1}) n`;
  return paper;
}

it('keeps the page of an old paper for long, until its counts or its rows change', async () => {
  const paper = await farPaper();
  const page = await read(paper.slug);
  expect(page.lives).toEqual(['quiet']);
  expect(page.tags).toEqual(expect.arrayContaining([paperTag(paper.id), countsTag(paper.id)]));
});

it('keeps the page of a paper that is on no feed for long', async () => {
  const { slug } = await createPaper({ publishedAt: ago(30) });
  expect((await read(slug)).lives).toEqual(['quiet']);
});

it('ends it with the paper that it names as the one above', async () => {
  const paper = await farPaper();
  const above = await createPaper({ listed: true, submittedAt: ago(59) });
  const page = await read(paper.slug);
  expect(page.tags).toEqual(expect.arrayContaining([paperTag(above.id), countsTag(above.id)]));
});

it('ends it with the papers that it names as similar', async () => {
  await Promise.all(
    Array.from({ length: 8 }, () => createPaper({ listed: true, title: 'Tidal locking of moons' })),
  );
  const { id } = await createPaper({ listed: true, title: 'Tidal locking of moons' });
  await indexAll();
  tags.clear();
  const similar = await getSimilar(id, true);
  expect(similar.length).toBeGreaterThan(0);
  expect([...tags]).toEqual(expect.arrayContaining(similar.map((paper) => paperTag(paper.id))));
});

it('ends it with the names of those who have commented', async () => {
  const { id, slug } = await farPaper();
  const viewer = await createUser();
  await postComment({ viewer }, { paperId: id, markdown: 'A word.', clientKey: randomUUID() });
  await rawSql()`update comments set created_at = now() - interval '30 days'`;
  const page = await read(slug);
  expect(page.lives).toEqual(['quiet']);
  expect(page.tags).toContain(readerTag(String(viewer.handle)));
});

const SHORT: [string, () => Promise<string>][] = [
  ['listed lately', async () => (await farPaper({ submittedAt: ago(2) })).slug],
  [
    'published lately and on no feed',
    async () => (await createPaper({ publishedAt: ago(1) })).slug,
  ],
  [
    'at a place that is stated exactly',
    async () => (await createPaper({ listed: true, submittedAt: ago(60) })).slug,
  ],
  [
    'with a new comment',
    async () => {
      const { id, slug } = await farPaper();
      const viewer = await createUser();
      await postComment({ viewer }, { paperId: id, markdown: 'A word.', clientKey: randomUUID() });
      return slug;
    },
  ],
  [
    'in a collection, whose figures it shows',
    async () => {
      const { slug } = await farPaper();
      const facts = { name: 'Tides', description: '', visibility: 'public' as const };
      const made = await createCollection(
        { viewer: await createUser() },
        { ...facts, paper: slug },
      );
      expect(made.ok).toBe(true);
      return slug;
    },
  ],
];

test.each(SHORT)('keeps the page of a paper %s for seconds', async (_name, make) => {
  expect((await read(await make())).lives).toContain('public');
});
