import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { alone, db, rawSql, transaction } from '@/db/client';
import { closePeriods } from '@/db/queries/badges';
import { addRepositories, saveRepository } from '@/db/queries/code';
import { withdrawDeleted } from '@/db/queries/ingest/deleted';
import { publishInvalidation } from '@/db/queries/invalidation';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { recordTags } from '@/db/testing/tag-recorder';
import { FEEDS } from '@/lib/base/tags';
import { confirmAuthor, releaseAuthor } from '@/lib/claims/operator';
import { postComment } from '@/lib/comments/service';
import { listHarvested } from '@/lib/ingest/rule';
import { ingestBatch } from '@/lib/ingest/service';
import { paperRecord } from '@/lib/ingest/testing/record';
import { recount } from '@/lib/invariants/service';
import { assignRole, banAnybody, removeReader, unbanAnybody } from '@/lib/moderation/operator';
import { endBans } from '@/lib/moderation/service';
import { createOrganization, updateOrganization } from '@/lib/organizations/service';
import { matureVotes } from '@/lib/votes/maturing';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';

const databaseUrl = useTestDatabase();
let tags: Awaited<ReturnType<typeof recordTags>>;
beforeAll(async () => {
  tags = await recordTags(databaseUrl());
});
afterAll(() => tags.stop());

const reason = 'A test.';
type Scene = { author: Viewer; voter: Viewer; handle: string; id: number; slug: string };

/**
 * A listed paper of an organization with code, an author, a comment and two votes: the submitter's,
 * which has no weight, and one of a young account.
 */
async function scene(): Promise<Scene> {
  const author = await createUser({ createdAt: new Date() });
  const lab = await createOrganization(
    { viewer: author },
    { name: `Lab ${randomUUID()}`, description: '' },
  );
  const [organization] = await rawSql()`
    select id::int from organizations where slug = ${lab.ok ? lab.data.slug : ''}`;
  const paper = await createPaper({
    listed: true,
    organizationId: organization?.id,
    codeUrl: `https://github.com/lab/${randomUUID()}`,
    submittedBy: author.id,
  });
  await rawSql()`insert into paper_authors (paper_id, position, name)
    values (${paper.id}, 0, 'A')`;
  const voter = await createUser({ createdAt: new Date() });
  for (const viewer of [author, voter]) {
    await setUpvote({ viewer }, { paperId: paper.id, upvoted: true });
  }
  const words = { paperId: paper.id, markdown: 'A word.', clientKey: randomUUID() };
  await postComment({ viewer: author }, words);
  return { author, voter, handle: author.handle ?? '', ...paper };
}
const recordOf = (scene: Scene, facts: Parameters<typeof paperRecord>[0]) =>
  paperRecord({ externalId: scene.slug, ...facts });
const run = () => ({
  on: db(),
  signal: new AbortController().signal,
  counts: {},
  startedBy: 'operator' as const,
});
const stars = { state: 'found' as const, fullName: 'lab/x', stars: 12, etag: null };

/** All code that changes rows without a viewer: jobs and the operator's commands. */
const WRITERS: Record<string, (scene: Scene) => Promise<unknown>> = {
  'an import of a new version': (s) =>
    ingestBatch([recordOf(s, { version: 2, title: 'Another title', authors: ['B', 'C'] })]),
  'an import of a new paper': () =>
    ingestBatch([paperRecord({ externalId: `2402.${String(Math.random()).slice(2, 7)}` })]),
  'an import of ORCID iDs': (s) =>
    ingestBatch([
      recordOf(s, { authors: ['A'], orcids: [{ name: 'A', orcid: '0000-0002-1825-0097' }] }),
    ]),
  'a mirrored day': (s) =>
    ingestBatch([
      recordOf(s, {
        version: null,
        listing: {
          site: 'example.org',
          day: '2026-01-15',
          at: '2026-01-15T00:00:00.000Z',
          upvotes: 3,
          comments: 1,
          submitter: null,
        },
      }),
    ]),
  'a harvested withdrawal': (s) => transaction((tx) => withdrawDeleted(tx, 'arxiv', [s.slug])),
  stars: async (s) => {
    await addRepositories(db());
    const [row] = await rawSql()`select code_repo from papers where id = ${s.id}`;
    await transaction((tx) => saveRepository(tx, row?.code_repo, stars));
    // The job does this from time to time for all of them.
    await publishInvalidation(db(), [FEEDS]);
  },
  'closed periods': () => alone((own) => closePeriods(own)),
  'maturing votes': async ({ author, voter }) => {
    await rawSql()`update users set created_at = '2020-01-01' where id in (${author.id}, ${voter.id})`;
    expect(await matureVotes(author.id)).toBe(0);
    expect(await matureVotes(voter.id)).toBe(1);
  },
  'a listing rule': () => listHarvested(run()),
  'a recount': async ({ id }) => {
    await rawSql()`update papers set comment_count = 7, author_count = 7 where id = ${id}`;
    expect((await recount(db())).drifts).toBeGreaterThan(0);
  },
  'a ban': ({ handle }) => banAnybody(handle, { until: null, reason, hide: 'all' }),
  'a ban that is lifted': async ({ handle }) => {
    await banAnybody(handle, { until: null, reason, hide: 7 });
    await unbanAnybody(handle, reason);
  },
  'a ban that ends': async ({ handle, author }) => {
    await banAnybody(handle, { until: new Date(Date.now() + 60_000), reason, hide: 'all' });
    await rawSql()`update users set banned_until = now() where id = ${author.id}`;
    expect(await endBans(author.id)).toBe(1);
  },
  'a role': ({ handle }) => assignRole(handle, 'moderator', reason),
  'a confirmed author': ({ handle, slug }) => confirmAuthor(handle, { slug, position: 1, reason }),
  'a released author': async ({ handle, slug }) => {
    await confirmAuthor(handle, { slug, position: 1, reason });
    await releaseAuthor({ slug, position: 1, reason });
  },
  'a deleted account': ({ handle }) => removeReader(handle, reason),
  'an organization that is renamed': async ({ author, id }) => {
    const [row] = await rawSql()`select o.slug from organizations o
      join papers p on p.organization_id = o.id where p.id = ${id}`;
    const changes = { name: `Institute ${randomUUID()}`, description: '', links: [] };
    await updateOrganization({ viewer: author }, { slug: row?.slug, ...changes });
  },
};

it.each(Object.keys(WRITERS))(
  '%s invalidates the pages of the rows that it changes',
  async (name) => {
    const made = await scene();
    const { missing } = await tags.missing(async () => WRITERS[name]?.(made));
    expect(missing).toEqual([]);
  },
);

it('publishes more tags than fit into one notification', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) => `paper:${1_000_000 + n}`);
  await publishInvalidation(db(), many);
});
