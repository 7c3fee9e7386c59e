import { beforeAll, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { getCollection, getCollectionPage } from '@/lib/collections/data';
import { getHistory, getThreads } from '@/lib/comments/data';
import { readCorrections } from '@/lib/corrections/data';
import { getFeed } from '@/lib/feeds/data';
import { checkInvariants } from '@/lib/invariants/service';
import { getLog } from '@/lib/moderation/data';
import { getOrganizationPage } from '@/lib/organizations/data';
import { getMergedInto, getPaper } from '@/lib/papers/data';
import { getProfile, getProfileOverview } from '@/lib/profiles/data';
import * as api from '@/lib/programs/api/data';
import { getVersions } from '@/lib/versions/data';
import { KINDS } from './kinds';
import { emptySite, useDumps } from './testing/loading';
import { makeWorld, SECRET } from './testing/world';

const { dump, load } = useDumps(useTestDatabase());

type World = Awaited<ReturnType<typeof makeWorld>>;

/** What visitors and programs see, by the name of the page. */
const PAGES: Record<string, (world: World) => Promise<unknown>> = {
  'a paper': ({ paper }) => getPaper(paper.slug),
  'the versions of a paper': ({ paper }) => getVersions(paper.slug),
  'the history of a paper': ({ paper }) => readCorrections(paper.slug),
  'where a merged paper leads': ({ twice }) => getMergedInto(twice.slug),
  'its discussion, best first': (world) => threads(world, 'best'),
  'its discussion, newest first': (world) => threads(world, 'newest'),
  'the history of a comment': ({ thread }) => getHistory(thread.reply),
  'a day': () =>
    getFeed({ kind: 'topic', topic: 'cs.LG', order: { kind: 'date', at: '2026-07-18' } }, 1),
  'the newest papers': () => getFeed({ kind: 'new' }, 1),
  'a profile': async ({ ada }) => profile(ada.handle),
  'a profile with private votes': async ({ shy }) => profile(shy.handle),
  'a banned profile': async ({ banned }) => profile(banned.handle),
  'a collection': async ({ collection }) => {
    const found = await getCollection(null, collection);
    if (!found) throw new Error('no collection');
    const { papers, places } = await getCollectionPage(found, 1);
    return { found, papers, places: [...places.values()] };
  },
  'an organization': () => getOrganizationPage('tidal-lab', 'new', 1),
  'the moderation log': () => getLog(1),
  'the API: a paper': ({ paper }) => api.getPaperReply(paper.slug),
  'the API: its threads': ({ paper }) =>
    api.getThreadsReply(paper.slug, { sort: 'best', limit: 20 }),
  'the API: a day': () =>
    api.getDailyReply({ date: '2026-07-18', limit: 50, p: 0, sort: 'publishedAt' }),
  'the API: a paper as text': ({ paper }) => api.getMarkdownReply(paper.slug),
};

const idOf = async (slug: string): Promise<number> =>
  (await rawSql()`select id::int from papers where slug = ${slug}`)[0]?.id;

const threads = async ({ paper }: World, order: 'best' | 'newest') =>
  getThreads(await idOf(paper.slug), { order }, 1);

async function profile(handle: string | null) {
  const found = await getProfile(handle ?? '');
  return { found, overview: found && (await getProfileOverview(found)) };
}

/**
 * Not public, or not the same: ids of accounts, also in hashes of them; the time of day of joining;
 * days of votes without names, which the sparkline has.
 */
const INNER = /^(ownerId|founderId|userId|memberSince|sparkline|etag)$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const withoutInner = (name: string, value: unknown): unknown => {
  if (INNER.test(name)) return undefined;
  if (name === 'body' && String(value).startsWith('{')) return seen(JSON.parse(String(value)));
  if (name === 'body' && String(value).startsWith('[')) return seen(JSON.parse(String(value)));
  const isUser = typeof value === 'object' && value !== null && '_id' in value && 'user' in value;
  return isUser || /user|submittedBy|author$/i.test(name) ? withoutId(value) : value;
};
const withoutId = (value: unknown) =>
  typeof value === 'object' && value !== null ? { ...value, _id: undefined } : value;
const seen = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, withoutInner).replaceAll(UUID, 'ID'));

const look = async (world: World) => {
  const pages: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(PAGES)) pages[name] = seen(await read(world));
  return pages;
};

describe('a site that is loaded from the dump of another', () => {
  let texts: [first: string, second: string];
  let pages: [first: Record<string, unknown>, second: Record<string, unknown>];
  beforeAll(async () => {
    const world = await makeWorld();
    const before = await look(world);
    const first = await dump();
    await emptySite();
    await load(first.file, { keepRoles: true });
    texts = [first.text, (await dump()).text];
    pages = [before, await look(world)];
  });

  it('dumps the same bytes', () => {
    const [first, second] = texts;
    expect(second.split('\n')).toEqual(first.split('\n'));
  });

  it('had something of each kind, and nothing that is private', () => {
    const [first] = texts;
    for (const { type } of KINDS) expect(first.includes(`{"type":"${type}"`), type).toBe(true);
    for (const secret of [SECRET, 'example.org']) {
      expect(first.includes(secret), secret).toBe(false);
    }
  });

  it.each(Object.keys(PAGES))('shows the same on %s', (name) => {
    expect(pages[0][name]).not.toBeNull();
    expect(pages[1][name]).toEqual(pages[0][name]);
  });

  it('keeps every invariant', async () => {
    for await (const { invariant, violations, examples } of checkInvariants(db())) {
      expect({ invariant, examples }).toEqual({ invariant, examples: [] });
      expect(violations).toBe(0);
    }
  });

  it.each(['papers', 'organizations', 'comments', 'moderation_log'])(
    'gives new rows of %s ids behind those of the old',
    async (table) => {
      const [row] = await rawSql()`
        select nextval(pg_get_serial_sequence(${table}, 'id')) > max(id) as free
        from ${rawSql()(table)}`;
      expect(row?.free).toBe(true);
    },
  );
});

it('has only members, unless the host says otherwise', async () => {
  const { file } = await dump();
  await emptySite();
  await load(file);
  const roles = await rawSql()`select distinct role from users`;
  expect(roles).toEqual([{ role: 'member' }]);
});
