import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { deleteAccount } from '@/lib/account/service';
import { forgetEnv } from '@/lib/base/env';
import { paperTag } from '@/lib/base/tags';
import { eventually } from '@/lib/base/testing/eventually';
import { createCollection, deleteCollection } from '@/lib/collections/service';
import { deleteComment, editComment, postComment } from '@/lib/comments/service';
import { banReader, hideComment, removePaper } from '@/lib/moderation/service';
import { startJobs } from '@/lib/worker/runner';
import { purgeAll } from './purge';

const database = useTestDatabase();

/** A stand-in for a cache: how it behaves can change, and what it was asked is kept. */
class Cache {
  asked: string[] = [];
  status = 200;
  delay = 0;
  headers: http.IncomingHttpHeaders = {};
  readonly #server = http.createServer(async (request, response) => {
    this.asked.push(`${request.method} ${request.url}`);
    this.headers = request.headers;
    await new Promise((done) => setTimeout(done, this.delay));
    response.writeHead(this.status).end();
  });
  port = 0;

  async up(): Promise<this> {
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async down(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }
}

function use(urls: string): void {
  vi.stubEnv('PURGE_URLS', urls);
  forgetEnv();
}

const caches: Cache[] = [];
async function cache(): Promise<Cache> {
  const one = await new Cache().up();
  caches.push(one);
  return one;
}

const queued = async () =>
  (
    await rawSql()<{ tags: string[] }[]>`
      select payload -> 'tags' as tags from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'purge_caches' order by j.id`
  ).flatMap(({ tags }) => tags);

beforeEach(async () => {
  await emptyTables('users', 'papers');
  await rawSql()`delete from graphile_worker._private_jobs`;
});
afterEach(async () => {
  for (const one of caches.splice(0)) await one.down().catch(() => {});
  vi.unstubAllEnvs();
  forgetEnv();
});

it('purges the pages of a paper where addresses have a path, and everything where not, twice', async () => {
  const [nginx, varnish, cdn] = [await cache(), await cache(), await cache()];
  use(`${nginx.url}{path}, POST ${varnish.url}/, POST ${cdn.url}/zones/1/purge_cache`);
  vi.stubEnv('PURGE_TOKEN', 'secret');
  forgetEnv();
  const { id, slug } = await createPaper();
  await purgeAll([paperTag(id), 'reader:ada', 'feeds'], 0);
  for (const path of [`/papers/${slug}`, `/papers/${slug}/versions`, '/u/ada', '/']) {
    expect(nginx.asked.filter((one) => one === `PURGE ${path}`)).toHaveLength(2);
  }
  expect(varnish.asked).toEqual(['POST /', 'POST /']);
  expect(cdn.asked).toEqual(Array(2).fill('POST /zones/1/purge_cache'));
  expect(cdn.headers.authorization).toBe('Bearer secret');
});

it('asks every cache, and fails if one of them fails', async () => {
  const [broken, empty, fine] = [await cache(), await cache(), await cache()];
  broken.status = 500;
  empty.status = 412;
  use(`${broken.url}/, ${empty.url}/, ${fine.url}/`);
  await expect(purgeAll([], 0)).rejects.toMatchObject({ name: 'cache_not_purged' });
  expect(fine.asked).toHaveLength(2);
  broken.status = 200;
  await expect(purgeAll([], 0)).resolves.toEqual({ purged: 3 });
  use('');
  await expect(purgeAll([paperTag(1)])).resolves.toEqual({ purged: 0 });
});

it('retries a cache that is down until it is up, however slow', async () => {
  const late = await cache();
  await late.down();
  use(`${late.url}/`);
  const moderator = await createUser({ role: 'moderator' });
  const { slug } = await createPaper();
  await removePaper({ viewer: moderator }, { slug, reason: 'Not a paper.' });
  const jobs = startJobs(database());
  const attempts = async () => {
    const [row] = await rawSql()`
      select attempts, last_error from graphile_worker._private_jobs where locked_at is null
      and last_error is not null`;
    return row;
  };
  await eventually(async () =>
    expect(await attempts()).toMatchObject({ last_error: 'cache_not_purged' }),
  );
  late.delay = 300;
  await late.up();
  await rawSql()`update graphile_worker._private_jobs set run_at = now() where last_error is not null`;
  await eventually(async () => expect(await queued()).toEqual([]));
  expect(late.asked.length).toBeGreaterThanOrEqual(2);
  await jobs.stop();
});

it('is asked for by everything that removes public content, also by a process that knows no cache', async () => {
  const moderator = await createUser({ role: 'moderator' });
  const write = async () => {
    const [viewer, paper] = [await createUser(), await createPaper({ listed: true })];
    const posted = await postComment(
      { viewer },
      {
        paperId: paper.id,
        markdown: 'Hello.',
        clientKey: randomUUID(),
      },
    );
    if (!posted.ok) throw new Error(posted.reason);
    return { viewer, paper, id: posted.data.commentId };
  };
  const reason = 'Against the rules.';
  const removed = await createPaper();
  await removePaper({ viewer: moderator }, { slug: removed.slug, reason });
  expect(await queued()).toContain(`paper:${removed.id}`);

  const [hidden, erased, edited, banned, left] = [
    await write(),
    await write(),
    await write(),
    await write(),
    await write(),
  ];
  await hideComment({ viewer: moderator }, { id: hidden.id, reason });
  expect(await queued()).toContain(`paper:${hidden.paper.id}`);
  await deleteComment({ viewer: erased.viewer }, { commentId: erased.id });
  expect(await queued()).toContain(`comments:${erased.paper.id}`);
  await editComment(
    { viewer: edited.viewer },
    { commentId: edited.id, revision: 0, markdown: 'Else.' },
  );
  expect(await queued()).toContain(`comments:${edited.paper.id}`);
  await banReader(
    { viewer: moderator },
    { handle: banned.viewer.handle ?? '', reason, days: null, hide: 'all' },
  );
  expect(await queued()).toContain(`comments:${banned.paper.id}`);
  const { viewer } = left;
  const made = await createCollection(
    { viewer },
    { name: 'List', description: '', visibility: 'public' },
  );
  if (!made.ok) throw new Error(made.reason);
  await deleteCollection({ viewer }, { collection: made.data.key });
  expect(await queued()).toContain(`collection:${made.data.key}`);
  await deleteAccount({ viewer }, { confirm: viewer.handle ?? 'delete', comments: 'erase' });
  expect(await queued()).toEqual(
    expect.arrayContaining([`paper:${left.paper.id}`, `reader:${viewer.handle}`]),
  );
});
