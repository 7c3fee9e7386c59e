import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { postComment } from '@/lib/comments/service';
import { setUpvote } from '@/lib/votes/service';
import {
  getProfileCounts,
  getProfileRow,
  listClaimed,
  listCommentsBy,
  listSubmitted,
  listUpvoted,
} from './profiles';

useTestDatabase();

const FIRST = { limit: 10, offset: 0 };

it('finds a user by handle, case-insensitively, and no one else', async () => {
  await createUser({ handle: 'Grace', name: 'Grace Hopper', email: 'grace@example.org' });
  const row = await getProfileRow('gRACE');
  expect(row).toMatchObject({ handle: 'Grace', name: 'Grace Hopper', orcid: null });
  expect(JSON.stringify(row)).not.toContain('@');
  expect(await getProfileRow('grac')).toBeNull();
});

it('reports whether an ORCID iD was confirmed by sign-in', async () => {
  const { id } = await createUser({ handle: 'ada' });
  const orcid = '0000-0002-1825-0097';
  await rawSql()`update users set orcid = ${orcid} where id = ${id}`;
  expect(await getProfileRow('ada')).toMatchObject({ orcid, orcidVerified: false });
  const add = (provider: string) => rawSql()`
    insert into accounts (user_id, type, provider, provider_account_id)
    values (${id}, 'oauth', ${provider}, ${orcid})`;
  await add('github');
  expect(await getProfileRow('ada')).toMatchObject({ orcidVerified: false });
  await add('orcid');
  expect(await getProfileRow('ada')).toMatchObject({ orcidVerified: true });
});

it('lists nothing deleted, hidden, removed, excluded or unconfirmed', async () => {
  const viewer = await createUser();
  const papers = [];
  for (const submittedBy of [viewer.id, viewer.id, null, null]) {
    papers.push(await createPaper({ listed: true, submittedBy }));
  }
  const [mine, removed, other, another] = papers.map(({ id }) => id) as [
    number,
    number,
    number,
    number,
  ];
  const write = async (paperId: number) => {
    const posted = await postComment(
      { viewer },
      { paperId, markdown: 'A word.', clientKey: randomUUID() },
    );
    if (!posted.ok) throw new Error(posted.reason);
    return posted.data.commentId;
  };
  const seen = await write(other);
  const [deleted, hidden] = [await write(other), await write(other)];
  await write(removed);
  for (const paperId of [mine, removed, other, another]) {
    await setUpvote({ viewer }, { paperId, upvoted: true });
  }
  const sql = rawSql();
  await sql`update comments set deleted_at = now() where id = ${deleted}`;
  await sql`update comments set hidden_at = now() where id = ${hidden}`;
  await sql`update papers set removed_at = now(), trending = null where id = ${removed}`;
  const [entry] = await sql`
    insert into moderation_log (action, reason) values ('exclude_votes', 'A test.') returning id`;
  await sql`insert into excluded_votes (user_id, paper_id, log_id)
    values (${viewer.id}, ${another}, ${entry?.id})`;
  await sql`insert into paper_authors (paper_id, position, name, user_id, claim_status) values
    (${other}, 0, 'A', ${viewer.id}, 'verified'), (${another}, 0, 'A', ${viewer.id}, 'claimed'),
    (${removed}, 0, 'A', ${viewer.id}, 'verified')`;

  expect(await listClaimed(viewer.id, FIRST)).toEqual([other]);
  expect(await listSubmitted(viewer.id, FIRST)).toEqual([mine]);
  expect(await listUpvoted(viewer.id, FIRST)).toEqual([other, mine]);
  expect((await listCommentsBy(viewer.id, FIRST)).map(({ id }) => id)).toEqual([seen]);
  const counts = { papers: 1, submissions: 1, comments: 1, upvotes: 2 };
  expect(await getProfileCounts(viewer.id)).toEqual(counts);
  expect(await listUpvoted(viewer.id, { limit: 1, offset: 1 })).toEqual([mine]);
});
