import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { commentsTag, FEEDS, paperTag } from '@/lib/base/tags';
import { eventually } from '@/lib/base/testing/eventually';
import { postComment } from '@/lib/comments/service';
import { hideComment, lockDiscussion, mergePapers, removePaper } from '@/lib/moderation/service';
import { followInvalidations } from './invalidation';

const databaseUrl = useTestDatabase();

/** Two instances as far as caching goes, each with its own loopback route. */
const instances = [instance(), instance()];

function instance() {
  const heard = new Set<string>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    for (const tag of JSON.parse(Buffer.concat(parts).toString()).tags ?? []) heard.add(tag);
    response.end();
  });
  let stop = async () => {};
  return {
    heard,
    start: async () => {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      stop = followInvalidations({ databaseUrl: databaseUrl(), origin, secret: 'a secret' });
    },
    stop: async () => {
      await stop();
      server.close();
    },
  };
}

beforeAll(async () => {
  await Promise.all(instances.map(({ start }) => start()));
  await eventually(async () =>
    expect(
      await rawSql()`select from pg_stat_activity
          where datname = current_database() and application_name = 'papertide listener'
            and query ilike 'listen%'`,
    ).toHaveLength(2),
  );
});
afterAll(() => Promise.all(instances.map(({ stop }) => stop())));

const reason = 'It has to go.';

async function scene() {
  const viewer = await createUser({ role: 'moderator' });
  const writer = await createUser();
  const paper = await createPaper({ listed: true });
  const words = { paperId: paper.id, markdown: 'A word.', clientKey: randomUUID() };
  const written = await postComment({ viewer: writer }, words);
  if (!written.ok) throw new Error(written.reason);
  return { by: { viewer }, paper, other: await createPaper({ listed: true }), ...written.data };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const TAKE_DOWNS: [
  string,
  (scene: Scene) => Promise<{ ok: boolean }>,
  (scene: Scene) => string[],
][] = [
  [
    'a hidden comment',
    ({ by, commentId: id }) => hideComment(by, { id, reason }),
    ({ paper }) => [commentsTag(paper.id), paperTag(paper.id)],
  ],
  [
    'a locked discussion',
    ({ by, paper: { slug } }) => lockDiscussion(by, { slug, reason }),
    ({ paper }) => [paperTag(paper.id)],
  ],
  [
    'a removed paper',
    ({ by, paper: { slug } }) => removePaper(by, { slug, reason }),
    ({ paper }) => [FEEDS, paperTag(paper.id), commentsTag(paper.id)],
  ],
  [
    'a merged paper',
    ({ by, paper: { slug }, other }) => mergePapers(by, { slug, into: other.slug, reason }),
    ({ paper, other }) => [FEEDS, paperTag(paper.id), paperTag(other.id), commentsTag(other.id)],
  ],
];

it.each(TAKE_DOWNS)('%s reaches every instance within seconds', async (_name, act, tagsOf) => {
  const made = await scene();
  for (const { heard } of instances) heard.clear();
  expect(await act(made)).toMatchObject({ ok: true });
  for (const { heard } of instances) {
    await eventually(() => expect([...heard]).toEqual(expect.arrayContaining(tagsOf(made))));
  }
});
