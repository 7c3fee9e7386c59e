import { beforeEach, describe, expect, test } from 'vitest';
import { alone, db, rawSql } from '@/db/client';
import { type Drift, tryRecountLock } from '@/db/queries/recount';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { indexAll } from '@/lib/search/service';
import { setUpvote } from '@/lib/votes/service';
import { checkInvariants, recount, recountSite } from './service';

useTestDatabase();

const SCORES = 'Scores are those of their votes, comments and views, on the feeds only';

const INDEX = ['queue', 'documents', 'postings', 'blocks', 'terms'].map((name) => `search_${name}`);
beforeEach(() => emptyTables(...INDEX, 'users', 'papers', 'mails', 'verification_tokens'));

async function violated(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for await (const { invariant, violations, examples } of checkInvariants(db())) {
    expect(examples).toHaveLength(Math.min(violations, 5));
    if (violations > 0) found[invariant] = violations;
  }
  return found;
}

async function recounted(batch?: number) {
  const drifts: Drift[] = [];
  const total = await recount(db(), { batch, onDrift: (drift) => drifts.push(drift) });
  return { ...total, figures: drifts.map(({ slug, figure }) => `${slug} ${figure}`).sort() };
}

/** A site with activity of every kind. */
async function lively() {
  const [ada, ben] = [await createUser(), await createUser()];
  const listed = await createPaper({ listed: true });
  const harvested = await createPaper();
  for (const viewer of [ada, ben]) {
    for (const { id } of [listed, harvested]) {
      await setUpvote({ viewer }, { paperId: id, upvoted: true });
    }
  }
  await setUpvote({ viewer: ben }, { paperId: listed.id, upvoted: false });
  const sql = rawSql();
  await sql`insert into paper_authors (paper_id, position, name)
    values (${listed.id}, 0, 'A'), (${listed.id}, 1, 'B')`;
  const submitter = await createUser();
  await sql`update papers set author_count = 2, submitted_by = ${submitter.id}
    where id = ${listed.id}`;
  await indexAll();
  return { ada, ben, listed, harvested };
}

test('an empty site and a lively one have no violation and no wrong figure', async () => {
  expect(await violated()).toEqual({});
  await lively();
  expect(await violated()).toEqual({});
  expect(await recounted()).toEqual({ papers: 2, drifts: 0, figures: [] });
});

test('recount finds each wrong figure, in any batch, and corrects it', async () => {
  const { listed, harvested } = await lively();
  const many = await Promise.all(Array.from({ length: 5 }, () => createPaper({ listed: true })));
  const sql = rawSql();
  await sql`update papers set upvote_count = 7, author_count = 1 where id = ${listed.id}`;
  await sql`update papers set trending = trending + 1e-6 where id = ${harvested.id}`;
  await sql`update papers set trending = null where id = ${many[3]?.id ?? 0}`;
  await sql`update papers set comment_count = -1 where id = ${many[4]?.id ?? 0}`;
  expect(await violated()).toEqual({
    'Upvotes counted are upvotes there': 1,
    'Comments counted are comments that can be seen': 1,
    'Authors counted are authors there': 1,
    [SCORES]: 2,
  });
  expect(await recounted(2)).toEqual({
    papers: 7,
    drifts: 5,
    figures: [
      `${listed.slug} authors`,
      `${listed.slug} upvotes`,
      `${harvested.slug} trending`,
      `${many[3]?.slug} trending`,
      `${many[4]?.slug} comments`,
    ].sort(),
  });
  expect(await violated()).toEqual({});
  expect(await recounted()).toMatchObject({ drifts: 0 });
});

test('recount corrects topics, and the papers of removed or excluded votes', async () => {
  const { listed, harvested, ada } = await lively();
  const sql = rawSql();
  await sql`update paper_topics set trending = trending + 1 where paper_id = ${listed.id}`;
  await sql`insert into paper_topics select 'cs.XX', paper_id, trending, shuffle, submitted_at,
    feed_day, upvote_count, has_code, year from paper_topics where paper_id = ${listed.id}`;
  await sql`delete from paper_topics where paper_id = ${harvested.id}`;
  expect(await violated()).toEqual({
    'Topics hold the papers of the feeds, as they stand there': 3,
  });
  expect((await recounted()).figures).toEqual(
    [`${listed.slug} topics`, `${listed.slug} other topics`, `${harvested.slug} topics`].sort(),
  );
  const held = () => sql`select paper_id::int as id, topic, t.trending = p.trending as same
    from paper_topics t join papers p on p.id = paper_id order by 1, 2`;
  expect(await held()).toEqual([
    { id: listed.id, topic: 'cs.LG', same: true },
    { id: harvested.id, topic: 'cs.LG', same: true },
  ]);
  const [log] = await sql`insert into moderation_log (action, reason)
    values ('exclude_votes', 'a test') returning id`;
  await sql`insert into excluded_votes (user_id, paper_id, log_id)
    values (${ada.id}, ${harvested.id}, ${log?.id})`;
  expect((await recounted()).figures).toEqual(
    ['from elsewhere', 'trending', 'upvotes'].map((figure) => `${harvested.slug} ${figure}`),
  );
  expect(await violated()).toEqual({});
});

test('a running recount is not started twice', async () => {
  await lively();
  await rawSql()`update papers set upvote_count = 9`;
  expect(await recountSite()).toEqual({ papers: 2, drifts: 2 });
  const meanwhile = await alone(async (own) => {
    expect(await tryRecountLock(own)).toBe(true);
    return recountSite();
  });
  expect(meanwhile).toBeNull();
  expect(await recountSite()).toEqual({ papers: 2, drifts: 0 });
});

test('a rounding error in a score is no drift', async () => {
  const { listed } = await lively();
  await rawSql()`update papers set trending = trending * (1 + 1e-12) where id = ${listed.id}`;
  expect(await violated()).toEqual({});
});

describe('npm run check finds', () => {
  const cases: [string, (site: Awaited<ReturnType<typeof lively>>) => Promise<unknown>][] = [
    [
      'Badges are numbered from 1 by their votes, in periods that are closed',
      async ({ listed }) => {
        await rawSql()`insert into paper_badges (period, start, rank, paper_id, upvotes, shuffle)
          values ('day', '2026-01-15', 2, ${listed.id}, 1, 0.5)`;
      },
    ],
    [
      'Every upvoted paper says what listed it',
      async ({ ada }) => {
        const { id } = await createPaper();
        await rawSql()`insert into upvotes (user_id, paper_id) values (${ada.id}, ${id})`;
        await rawSql()`update papers set upvote_count = 1, weight_sum = 1 where id = ${id}`;
      },
    ],
    [
      'A listing has its reason, time and day together',
      async ({ listed }) => {
        await rawSql()`update papers set trending = null, withdrawn = true, feed_day = null
          where id = ${listed.id}`;
      },
    ],
    [
      'A paper listed here stands on the day it was listed, in UTC',
      ({ harvested }) =>
        rawSql()`update papers set feed_day = '2020-02-02' where id = ${harvested.id}`,
    ],
    [
      'A paper from arXiv is found at its identifier',
      ({ listed }) => rawSql()`update papers set slug = 'x1234567' where id = ${listed.id}`,
    ],
    [
      'Authors are numbered from 0 without a gap',
      ({ listed }) =>
        rawSql()`update paper_authors set position = 5 where paper_id = ${listed.id} and position = 1`,
    ],
    [
      'A reply stands below an earlier comment on the same paper',
      async ({ listed, harvested }) => {
        await rawSql()`insert into comments (paper_id, parent_id, markdown, html, renderer, deleted_at)
          values (${listed.id}, null, '', '', 1, now())`;
        await rawSql()`insert into comments (paper_id, parent_id, markdown, html, renderer, deleted_at)
          select ${harvested.id}, id, '', '', 1, now() from comments`;
      },
    ],
    [
      'An edited comment keeps each text it had, a deleted one none',
      async ({ harvested }) => {
        await rawSql()`insert into comments (paper_id, markdown, html, renderer, edited_at)
          values (${harvested.id}, 'x', 'x', 1, now())`;
        await rawSql()`insert into comments (paper_id, markdown, html, renderer, deleted_at)
          values (${harvested.id}, 'x', 'x', 1, now())`;
        await rawSql()`update papers set comment_count = 1 where id = ${harvested.id}`;
      },
    ],
    [
      'Nobody wrote or voted after being banned',
      async ({ ben }) => {
        await rawSql()`update users set banned_at = now() - interval '1 minute' where id = ${ben.id}`;
        await recounted();
      },
    ],
    [
      'Upvotes of accounts that are no longer young weigh in full',
      async ({ ben }) => {
        await rawSql()`update upvotes set weight = 0.25 where user_id = ${ben.id}`;
        await recounted();
      },
    ],
    [
      'Nobody wrote or voted without a handle',
      ({ ben }) => rawSql()`update users set handle = null where id = ${ben.id}`,
    ],
    [
      'Tokens are stored as hashes only',
      async ({ ada }) => {
        await rawSql()`insert into sessions (token_hash, user_id, expires)
          values ('a-token-in-the-clear', ${ada.id}, now()), (${'a1'.repeat(32)}, ${ada.id}, now())`;
      },
    ],
    [
      'The search index has every paper that can be found, and no other, but for its queue',
      async () => {
        const { id } = await createPaper();
        await rawSql()`delete from search_queue where paper_id = ${id}`;
      },
    ],
    [
      'Papers counted by block are papers in the search index',
      async () => {
        await rawSql()`insert into search_blocks (block, documents, words) values (9, 1, 1)`;
      },
    ],
    [
      'Papers counted by stem are papers in its postings',
      async () => {
        await rawSql()`insert into search_postings (term, block, postings) values ('stray', 0, '\\x01020304')`;
      },
    ],
    [
      'Stems counted are those of the papers in the index',
      async () => {
        await rawSql()`insert into search_terms values ('stray', 1)`;
        await rawSql()`insert into search_postings (term, block, postings) values ('stray', 0, '\\x01020304')`;
      },
    ],
    [
      'A name leads to a reader who claimed it and was confirmed, once a paper',
      // Not by an upvoter of the paper: the vote of an author would have to weigh nothing, too.
      ({ ben, listed }) =>
        rawSql()`update paper_authors set user_id = ${ben.id}, claim_status = 'verified'
          where paper_id = ${listed.id} and position = 0`,
    ],
    [
      'What was corrected last is what stands, as long as it is kept from sources',
      async ({ listed }) => {
        await rawSql()`update papers set corrected = '{summary}', summary = 'Other.'
          where id = ${listed.id}`;
        await rawSql()`insert into paper_corrections (paper_id, field, before, after)
          values (${listed.id}, 'summary', null, 'One.')`;
      },
    ],
    [
      'A picture that an author replaced is there to be put back',
      ({ listed }) =>
        rawSql()`insert into paper_corrections (paper_id, field, before)
          values (${listed.id}, 'picture', ${'a1'.repeat(32)})`,
    ],
    [
      'Every mail in the queue has a job that will send it',
      async () => {
        const [one] = await rawSql()`insert into mails (sealed) values ('x'), ('y') returning id`;
        await rawSql()`select graphile_worker.add_job(
          'send_mail', json_build_object('mailId', ${one?.id}::text))`;
      },
    ],
    [
      'Every pending submission has a job that will complete it',
      async ({ ada }) => {
        const rows = await rawSql()`insert into submissions (source, external_id, user_id)
          values ('arxiv', '2401.00001', ${ada.id}), ('arxiv', '2401.00002', ${ada.id}) returning id`;
        await rawSql()`select graphile_worker.add_job(
          'complete_submission', json_build_object('submissionId', ${rows[0]?.id}::bigint))`;
      },
    ],
    [
      'What is finished says when, and a refusal why',
      ({ ada }) =>
        rawSql()`insert into submissions (source, external_id, user_id, status, finished_at)
          values ('arxiv', '2401.00001', ${ada.id}, 'refused', now())`,
    ],
  ];

  test.each(cases)('%s', async (invariant, spoil) => {
    await spoil(await lively());
    expect(Object.keys(await violated())).toEqual([invariant]);
  });
});
