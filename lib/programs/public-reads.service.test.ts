import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, connect, setClient } from '@/db/client';
import { followReplicas, replicaFigures } from '@/db/replicas';
import { createPaper, createUser } from '@/db/testing/factories';
import { useReplicated } from '@/db/testing/use-replicated';
import { eventually } from '@/lib/base/testing/eventually';
import { badgeOf } from '@/lib/cards/data';
import { getPublicCollections, loadCollectionsWith } from '@/lib/collections/data';
import { make, put } from '@/lib/collections/testing/collections';
import { findCommentPlace, getHistory, getThread, getThreads } from '@/lib/comments/data';
import { postComment } from '@/lib/comments/service';
import { getCorrections } from '@/lib/corrections/data';
import { getListsSitemap, getPapersSitemap, getSitemapIndex } from '@/lib/discovery/data';
import { getOrderEstimates } from '@/lib/evaluation/data';
import { exportPath } from '@/lib/exports/data';
import { readUnapi } from '@/lib/exports/unapi';
import * as feeds from '@/lib/feeds/data';
import { getLog } from '@/lib/moderation/data';
import { getOrganizationPage } from '@/lib/organizations/data';
import { getMergedInto, getPaper } from '@/lib/papers/data';
import { getProfile, getProfileOverview } from '@/lib/profiles/data';
import { getExample, getRankingInUse, getWhy } from '@/lib/ranking/data';
import { getSimilar, searchPapers } from '@/lib/search/data';
import { readRequest, searchParams } from '@/lib/search/schema';
import { indexAll } from '@/lib/search/service';
import { getFeedText } from '@/lib/syndication/data';
import { getVersions } from '@/lib/versions/data';
import { getPlaces } from '@/lib/views/data';
import { setUpvote } from '@/lib/votes/service';
import { readSharedAddress } from './api/shared';
import { agent } from './mcp/testing/agent';

const servers = useReplicated();
let paper: { id: number; slug: string };
let reader: Awaited<ReturnType<typeof createUser>>;
let comment = 0;
let collection = '';

const onStandby = async (statement: string) => {
  const { sql } = connect(servers().standby);
  await sql.unsafe(statement);
  await sql.end();
};
const untilUsed = () =>
  eventually(async () => {
    // A read after an invalidation makes the checks look again soon.
    await getRankingInUse();
    expect(replicaFigures().replicas).toMatchObject([{ state: 'used' }]);
  });

beforeAll(async () => {
  reader = await createUser();
  paper = await createPaper({ listed: true });
  const words = { paperId: paper.id, markdown: 'A word.', clientKey: randomUUID() };
  const posted = await postComment({ viewer: reader }, words);
  if (!posted.ok) throw new Error(posted.reason);
  comment = posted.data.commentId;
  collection = await make(reader, 'A list', 'public');
  await put(reader, collection, paper.slug);
  await indexAll();
  const stop = await followReplicas({
    primary: servers().url,
    replicas: [servers().standby],
    maxLag: 2_000,
    ...{ pool: 3, statementTimeout: 4_000, prepare: true, patience: 10_000 },
  });
  await untilUsed();
  return stop;
});

const api = async (path: string) => {
  const response = await readSharedAddress(path);
  expect(response?.status, path).toBe(200);
};
/** A primary that is asked for nothing. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/nothing';
const mcp = async (tool: string, input: Record<string, unknown> = {}) => {
  const call = await agent(null);
  expect(await call(tool, input)).toMatchObject({ isError: false });
};
const request = () => readRequest(searchParams.parse({ q: 'a title' })).request;

const READS: Record<string, () => Promise<unknown>> = {
  trending: () => feeds.getTrending(1),
  new: () => feeds.getFeed({ kind: 'new' }, 1),
  filtered: () => feeds.getFiltered({ topic: 'cs.CL', hasCode: true, year: 2026, order: 'new' }, 1),
  calendar: () => feeds.getCalendar(null, '2026-11'),
  topics: () => feeds.getTopicCounts(),
  paper: () => getPaper(paper.slug),
  merged: () => getMergedInto(paper.slug),
  threads: () => getThreads(paper.id, { order: 'best' }, 1),
  thread: () => getThread(paper.id, comment),
  history: () => getHistory(comment),
  versions: () => getVersions(paper.slug),
  corrections: () => getCorrections(paper.slug),
  similar: () => getSimilar(paper.id, false),
  why: () => getWhy(paper.id, null),
  example: () => getExample(),
  places: () => getPlaces(),
  estimates: () => getOrderEstimates(),
  collections: () => loadCollectionsWith(paper.id),
  'collections of a user': () => getPublicCollections(reader.id, String(reader.handle), 1),
  profile: async () => {
    const profile = await getProfile(String(reader.handle));
    if (profile) await getProfileOverview(profile);
  },
  organization: () => getOrganizationPage('no-such', 'trending', 1),
  log: () => getLog(1),
  sitemaps: async () => [
    await getSitemapIndex(),
    await getListsSitemap(),
    await getPapersSitemap(0),
  ],
  syndication: () => getFeedText({ kind: 'comments' }, 'atom'),
  search: () => searchPapers(request()),
  export: () => exportPath(`papers/${paper.slug}`, 'bib'),
  'API: paper': () => api(`/api/papers/${paper.slug}`),
  'API: list': () => api('/api/papers?sort=trending'),
  'API: search': () => api('/api/papers/search?q=title'),
  'API: day': () => api('/api/daily_papers'),
  comment: () => findCommentPlace(comment),
  card: () => badgeOf(`badges/${paper.slug}`),
  unAPI: () => readUnapi(new URLSearchParams({ id: paper.slug, format: 'ris' })),
  'API: collections': () =>
    api(`/api/collections?owner=${reader.handle}&item=papers/${paper.slug}`),
  'API: collection': () => api(`/api/collections/${collection}`),
  'API: Markdown': () => api(`/api/papers/${paper.slug}/markdown`),
  'API: thread': () => api(`/api/papers/${paper.slug}/comments/${comment}`),
  'MCP: search': () => mcp('search_papers', { query: 'title' }),
  'MCP: list': () => mcp('trending_papers'),
  'MCP: day': () => mcp('daily_papers'),
  'MCP: paper': () => mcp('read_paper', { id: paper.slug }),
  'MCP: comments': () => mcp('read_comments', { id: paper.slug }),
  'MCP: collections': () => mcp('list_collections', { paper: paper.slug }),
  'MCP: collection': () => mcp('read_collection', { collection }),
  'API: threads': () => api(`/api/papers/${paper.slug}/comments`),
};

/** Its draw of the hour must be the same on all instances. */
const ALSO_PRIMARY = new Set(['trending']);

describe('what is the same for everybody', () => {
  it.each(Object.keys(READS))('%s is read from the standby alone', async (name) => {
    await untilUsed();
    const before = replicaFigures().reads;
    await closeDatabase();
    if (!ALSO_PRIMARY.has(name)) setClient(connect(NOWHERE));
    await READS[name]?.().finally(closeDatabase);
    const { primary, replica } = replicaFigures().reads;
    expect(primary).toBe(before.primary);
    expect(replica).toBeGreaterThan(before.replica);
  });
});

it('a page shows a vote and a comment though the standby has stopped replaying', async () => {
  await onStandby('select pg_wal_replay_pause()');
  const viewer = await createUser();
  const words = { paperId: paper.id, markdown: 'Another word.', clientKey: randomUUID() };
  await postComment({ viewer }, words);
  // It invalidates the page, so it is there at once.
  expect((await getThreads(paper.id, { order: 'best' }, 1)).total).toBe(2);
  await setUpvote({ viewer }, { paperId: paper.id, upvoted: true });
  expect((await getPaper(paper.slug))?.paper.upvotes).toBe(1);
  await onStandby('select pg_wal_replay_resume()');
  await untilUsed();
  // A vote invalidates nothing: it shows once the standby is too far behind.
  await onStandby('select pg_wal_replay_pause()');
  await setUpvote({ viewer }, { paperId: paper.id, upvoted: false });
  await eventually(async () => expect((await getPaper(paper.slug))?.paper.upvotes).toBe(0));
  expect(replicaFigures().replicas).toMatchObject([{ state: 'lagging' }]);
  await onStandby('select pg_wal_replay_resume()');
});
