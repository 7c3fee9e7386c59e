import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeEach, expect, test } from 'vitest';
import { db, rawSql } from '@/db/client';
import { papers } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { createCollection } from '@/lib/collections/service';
import type { Visibility } from '@/lib/collections/types';
import { getCollectionsSitemap, getListsSitemap, getPapersSitemap, getSitemapIndex } from './data';

useTestDatabase();

beforeEach(() => restartTables('papers', 'users'));

const URL = 'http://localhost:3000';
const read = (xml: string | null) => {
  expect(XMLValidator.validate(xml ?? '')).toBe(true);
  return new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' }).parse(
    xml ?? '',
  );
};

test('every paper with a page is in a sitemap, harvested ones too, and no other', async () => {
  const first = await createPaper({ createdAt: new Date('2026-01-01T00:00:00Z') });
  const removed = await createPaper({ removedAt: new Date() });
  const second = await createPaper({
    listed: true,
    revisedAt: new Date('2026-03-02T01:00:00Z'),
    createdAt: new Date('2026-01-01T00:00:00Z'),
  });
  const { urlset } = read(await getPapersSitemap(0));
  expect(urlset.url).toEqual([
    { loc: `${URL}/papers/${first.slug}`, lastmod: '2026-01-01' },
    { loc: `${URL}/papers/${second.slug}`, lastmod: '2026-03-02' },
  ]);
  expect(JSON.stringify(urlset)).not.toContain(removed.slug);
  expect(await getPapersSitemap(1)).toBeNull();
});

test('the index lists as many files as ids need', async () => {
  expect(read(await getSitemapIndex()).sitemapindex.sitemap).toEqual([
    { loc: `${URL}/sitemaps/lists.xml` },
  ]);
  await createPaper();
  await db().update(papers).set({ removedAt: null });
  await rawSql()`alter sequence papers_id_seq restart with 20001`;
  const last = await createPaper();
  expect(last.id).toBe(20_001);
  expect(
    read(await getSitemapIndex()).sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc),
  ).toEqual([
    `${URL}/sitemaps/lists.xml`,
    `${URL}/sitemaps/papers-0.xml`,
    `${URL}/sitemaps/papers-1.xml`,
    `${URL}/sitemaps/papers-2.xml`,
  ]);
  expect(await getPapersSitemap(1)).toBeNull();
  expect(await getPapersSitemap(2)).toContain(last.slug);
});

test('public collections with papers have a sitemap', async () => {
  const viewer = await createUser();
  const { slug } = await createPaper();
  const make = (name: string, visibility: Visibility, paper?: string) =>
    createCollection({ viewer }, { name, description: '', visibility, paper });
  await make('Secret', 'private', slug);
  await make('Told to few', 'unlisted', slug);
  await make('Empty', 'public');
  expect(await getCollectionsSitemap()).toBeNull();
  expect(await getSitemapIndex()).not.toContain('collections');
  const made = await make('Open', 'public', slug);
  const { urlset } = read(await getCollectionsSitemap());
  expect(urlset.url).toEqual([
    {
      loc: `${URL}/collections/${made.ok ? made.data.key : ''}`,
      lastmod: new Date().toISOString().slice(0, 10),
    },
  ]);
  expect(await getSitemapIndex()).toContain('/sitemaps/collections.xml');
});

test('lists are the topics, years, months and days with papers', async () => {
  await createPaper({
    listed: true,
    categories: ['cs.CV'],
    submittedAt: new Date('2026-01-15T12:00:00Z'),
  });
  await createPaper({
    listed: true,
    categories: ['cs.LG'],
    submittedAt: new Date('2025-12-03T12:00:00Z'),
  });
  await createPaper({ categories: ['hep-th'] });
  const { urlset } = read(await getListsSitemap());
  const paths = urlset.url.map(({ loc }: { loc: string }) => loc.replace(URL, ''));
  for (const path of [
    '/',
    '/topics/cs.CV',
    '/topics/cs.LG',
    '/papers/date/2026-01-15',
    '/papers/date/2025-12-03',
    '/papers/month/2025-12',
  ]) {
    expect(paths).toContain(path);
  }
  expect(paths).not.toContain('/topics/hep-th');
  expect(new Set(paths).size).toBe(paths.length);
});
