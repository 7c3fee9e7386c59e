import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { listOwnActs } from '@/lib/appeals/data';
import { contestClaim, settleContest } from '@/lib/claims/service';
import { createCollection } from '@/lib/collections/service';
import { postComment } from '@/lib/comments/service';
import * as moderation from '@/lib/moderation/service';
import { requestOrganization, settleRequest } from '@/lib/organizations/service';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import { getNotifications } from './data';

useTestDatabase();

const reason = 'A test.';
let viewer: Viewer;
let reader: Viewer;
beforeEach(async () => {
  await emptyTables('users', 'papers', 'organizations', 'moderation_log');
  viewer = await createUser({ role: 'moderator' });
  reader = await createUser();
});

const ownPaper = () => createPaper({ listed: true, submittedBy: reader.id });
const handle = () => reader.handle ?? '';

async function commented(): Promise<number> {
  const { id: paperId } = await createPaper({ listed: true });
  await postComment(
    { viewer: reader },
    { paperId, markdown: 'A remark.', clientKey: randomUUID() },
  );
  const [row] = await rawSql()`select max(id)::float8 as id from comments`;
  return Number(row?.id);
}

async function collected(): Promise<string> {
  const facts = { name: 'Mine', description: '', visibility: 'public' } as const;
  await createCollection({ viewer: reader }, facts);
  const [row] = await rawSql()`select key from collections`;
  return String(row?.key);
}

async function voted(): Promise<string> {
  const paper = await createPaper({ listed: true });
  await setUpvote({ viewer: reader }, { paperId: paper.id, upvoted: true });
  await moderation.excludeVotes(
    { viewer },
    { votes: [{ paperId: paper.id, userId: reader.id }], reason },
  );
  return paper.slug;
}

async function contested(act: 'keep' | 'take_back'): Promise<string> {
  const holder = await createUser();
  const paper = await createPaper({ listed: true });
  const { id } = paper;
  await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
    values (${id}, 0, 'A', ${holder.id}, 'verified')`;
  await rawSql()`insert into author_claims (paper_id, position, name, user_id, status)
    values (${id}, 0, 'A', ${holder.id}, 'verified')`;
  const about = { paper: paper.slug, handle: holder.handle ?? '' };
  await contestClaim({ viewer: reader }, { ...about, words: 'Somebody else.' });
  await settleContest({ viewer }, { ...about, act, reason });
  return paper.slug;
}

async function asked(act: 'grant' | 'refuse'): Promise<void> {
  await rawSql()`insert into organizations (slug, name) values ('The-Lab', 'The lab')`;
  await requestOrganization({ viewer: reader }, { slug: 'The-Lab', words: 'It is ours.' });
  const [row] = await rawSql()`select id::float8 as id from organization_requests`;
  await settleRequest({ viewer }, { request: Number(row?.id), act, reason });
}

/** Each act affects the user and returns the address of its subject; null for the log entry. */
const ACTS: Record<string, () => Promise<string | null | undefined>> = {
  warn_reader: async () => {
    await moderation.warnReader({ viewer }, { handle: handle(), reason });
    return null;
  },
  hide_comment: async () => {
    await moderation.hideComment({ viewer }, { id: await commented(), reason });
    return null;
  },
  restore_comment: async () => {
    const id = await commented();
    await moderation.hideComment({ viewer }, { id, reason });
    await moderation.restoreComment({ viewer }, { id, reason });
    return `/comments/${id}`;
  },
  restore_collection: async () => {
    const key = await collected();
    await moderation.hideCollection({ viewer }, { key, reason });
    await moderation.restoreCollection({ viewer }, { key, reason });
    return `/collections/${key}`;
  },
  remove_paper: async () => {
    await moderation.removePaper({ viewer }, { slug: (await ownPaper()).slug, reason });
    return null;
  },
  restore_paper: async () => {
    const { slug } = await ownPaper();
    await moderation.removePaper({ viewer }, { slug, reason });
    await moderation.restorePaper({ viewer }, { slug, reason });
    return `/papers/${slug}`;
  },
  exclude_votes: async () => {
    await voted();
    return null;
  },
  restore_votes: async () => {
    const paper = await voted();
    const [row] = await rawSql()`select max(id)::float8 as id from moderation_log`;
    await moderation.restoreVotes({ viewer }, { logId: Number(row?.id), reason });
    return `/papers/${paper}`;
  },
  contest_kept: async () => `/papers/${await contested('keep')}`,
  contest_upheld: async () => `/papers/${await contested('take_back')}`,
  grant_organization: async () => {
    await asked('grant');
    return '/org/the-lab';
  },
  refuse_organization: async () => {
    await asked('refuse');
    return null;
  },
};

const newest = async () => (await getNotifications(reader.id, null)).notifications[0];

it.each(Object.entries(ACTS))('%s links to its subject', async (_, act) => {
  const place = await act();
  const leadsTo = (await newest())?.leadsTo ?? '';
  if (place) expect(leadsTo).toBe(place);
  const entry = Number(/^\/moderation\/case\?entry=(\d+)$/.exec(leadsTo)?.[1]);
  if (place === null) {
    const acts = await listOwnActs({ id: reader.id, handle: handle() }, entry);
    expect(acts).toMatchObject([{ entry: { id: entry, reason } }]);
  }
});

it('a user notified of an act about another user can read it, and cannot appeal', async () => {
  await contested('take_back');
  const acts = await listOwnActs({ id: reader.id, handle: handle() });
  expect(acts).toMatchObject([
    { entry: { action: 'release_claim', reader: null, named: false }, appealable: false },
  ]);
  const stranger = await createUser();
  expect(await listOwnActs({ id: stranger.id, handle: stranger.handle ?? '' })).toEqual([]);
});

it('links to the act if the paper is gone', async () => {
  const slug = await contested('keep');
  await moderation.removePaper({ viewer }, { slug, reason });
  const entry = Number((await newest())?.leadsTo.split('=')[1]);
  expect(await listOwnActs({ id: reader.id, handle: handle() }, entry)).toHaveLength(1);
});
