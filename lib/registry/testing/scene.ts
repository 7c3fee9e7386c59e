import { randomUUID } from 'node:crypto';
import { rawSql, transaction } from '@/db/client';
import { writeLog } from '@/db/queries/moderation';
import { insertExclusions } from '@/db/queries/moderation-acts';
import { repairPapers } from '@/db/queries/recount';
import { createPaper, createUser } from '@/db/testing/factories';
import { appealAct } from '@/lib/appeals/service';
import type { Result } from '@/lib/base/errors';
import { claimAuthor } from '@/lib/claims/service';
import { createCollection } from '@/lib/collections/service';
import { postComment } from '@/lib/comments/service';
import { correctPaper } from '@/lib/corrections/service';
import { addSubscription } from '@/lib/digests/service';
import { createGroup, joinGroup, makeInvite } from '@/lib/groups/service';
import {
  createOrganization,
  joinOrganization,
  makeOrganizationInvite,
  requestOrganization,
} from '@/lib/organizations/service';
import { report } from '@/lib/reports/service';
import { saveSearch } from '@/lib/searches/service';
import { createToken } from '@/lib/tokens/service';
import { setUpvote } from '@/lib/votes/service';
import type { Person } from '@/lib/web/access';
import type { Context, Viewer } from '@/lib/web/types';

export type Vote = { paperId: number; userId: string };
export type Scene = {
  /** A log entry about the author, and one about a user who has appealed it. */
  warning: number;
  appealed: { entry: number; handle: string };
  paperId: number;
  externalId: string;
  commentId: number;
  /** A hidden comment, and a paper with a locked discussion. */
  hiddenId: number;
  lockedSlug: string;
  removedSlug: string;
  readerHandle: string;
  votes: Vote[];
  /** Of an API token of the author. */
  tokenId: string;
  /** The entry that excluded a vote. */
  logId: number;
  /** The author's private group, and a member of it. */
  slug: string;
  token: string;
  handle: string;
  /** A paper with an author place that no user holds, and a user's claim to it. */
  unclaimedSlug: string;
  claimId: number;
  /** By the colleague, who is the paper's second author. */
  correctionId: number;
  /** The author's own. */
  subscriptionId: string;
  searchId: number;
  /** A draft of the author, and a user's submission that waits for a moderator. */
  draftId: number;
  waitingId: number;
  /**
   * The author's organization, which the paper names; an invitation to it, and a request for
   * another one.
   */
  organization: string;
  organizationToken: string;
  requestId: number;
  /** The author's private collection with the paper in it, a public one, and a hidden one. */
  collection: string;
  openCollection: string;
  hiddenCollection: string;
};

/** Calls a verb in a scene as the viewer of the context. */
export type Call = (context: Context, scene: Scene) => Promise<Result<unknown>>;

export const DAILY = { cadence: 'daily' as const, hour: 8, timeZone: 'UTC', topics: [] };

const excludeOne = (vote: Vote): Promise<number> =>
  transaction(async (tx) => {
    const entry = { actorId: null, action: 'exclude_votes', reason: 'A test.' } as const;
    const logId = await writeLog(tx, entry);
    await insertExclusions(tx, [{ ...vote, logId }]);
    return logId;
  });

async function begin({ id: userId }: Viewer, status: 'draft' | 'waiting'): Promise<number> {
  const { externalId } = await createPaper().then(({ slug }) => ({ externalId: slug }));
  const [row] = await rawSql()`
    insert into submissions (user_id, source, external_id, status)
    values (${userId}, 'arxiv', ${externalId}, ${status}) returning id::int`;
  return row?.id;
}

async function collectionsOf(viewer: Viewer, paper: string) {
  const make = async (name: string, visibility: 'private' | 'public') => {
    const facts = { name, description: '', visibility, paper };
    const result = await createCollection({ viewer }, facts);
    if (!result.ok) throw new Error(result.reason);
    return result.data.key;
  };
  const hiddenCollection = await make('Hidden', 'public');
  await rawSql()`update collections set hidden_at = now() where key = ${hiddenCollection}`;
  return {
    collection: await make('Mine', 'private'),
    openCollection: await make('Open', 'public'),
    hiddenCollection,
  };
}

/**
 * Creates a paper with a comment, a group, and users of all kinds; the author has created all of
 * it.
 */
export async function setScene(): Promise<{ scene: Scene; people: Record<Person, Viewer | null> }> {
  const author = await createUser();
  const { id: paperId, slug: externalId } = await createPaper({
    listed: true,
    submittedBy: author.id,
  });
  const written = await postComment(
    { viewer: author },
    { paperId, kind: 'question', markdown: 'Why?', clientKey: randomUUID() },
  );
  if (!written.ok) throw new Error(written.reason);
  const hidden = await postComment(
    { viewer: author },
    { paperId, markdown: 'Fools.', clientKey: randomUUID() },
  );
  if (!hidden.ok) throw new Error(hidden.reason);
  const hiddenId = hidden.data.commentId;
  await rawSql()`update comments set hidden_at = now() where id = ${hiddenId}`;
  const locked = await createPaper({ listed: true, lockedAt: new Date() });
  const reader = await createUser();
  const spam = { comment: written.data.commentId, reason: 'spam', words: '' } as const;
  await report({ viewer: reader }, spam);
  const removed = await createPaper({ removedAt: new Date() });
  const another = await createPaper({ listed: true });
  for (const id of [paperId, another.id]) {
    await setUpvote({ viewer: reader }, { paperId: id, upvoted: true });
  }
  const vote = { paperId, userId: reader.id };
  const logId = await excludeOne({ paperId: another.id, userId: reader.id });
  const group = await createGroup({ viewer: author }, { name: 'The lab', description: '' });
  if (!group.ok) throw new Error(group.reason);
  const invite = await makeInvite({ viewer: author }, { slug: group.data.slug, days: 7 });
  if (!invite.ok) throw new Error(invite.reason);
  const token = await createToken({ viewer: author }, { name: 'A program', scopes: [], days: 7 });
  if (!token.ok) throw new Error(token.reason);
  await addSubscription({ viewer: author }, { ...DAILY, about: 'everything' });
  const [subscription] = await rawSql()<{ id: string }[]>`
    select id from subscriptions where user_id = ${author.id}`;
  const search = await saveSearch({ viewer: author }, { name: 'Proofs', query: 'q=proof' });
  if (!search.ok) throw new Error(search.reason);
  const colleague = await createUser();
  await joinGroup({ viewer: colleague }, { token: invite.data.token });
  const warned = (who: Viewer) =>
    transaction((tx) =>
      writeLog(tx, { actorId: null, action: 'warn_reader', reason: 'A test.', userId: who.id }),
    );
  const appealed = { entry: await warned(reader), handle: reader.handle ?? '' };
  await appealAct({ viewer: reader }, { entry: appealed.entry, words: 'I did not.' });
  await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
    values (${paperId}, 0, 'A', ${author.id}, 'verified'),
      (${paperId}, 1, 'B', ${colleague.id}, 'verified'), (${another.id}, 0, 'C', null, null)`;
  await rawSql()`insert into author_claims (paper_id, position, name, user_id, status)
    values (${paperId}, 0, 'A', ${author.id}, 'verified'),
      (${paperId}, 1, 'B', ${colleague.id}, 'verified')`;
  // Recounts rows that no verb wrote, so that later differences come from verbs.
  await transaction((tx) => repairPapers(tx, [paperId, another.id]));
  await claimAuthor({ viewer: reader }, { paper: another.slug, position: 0, words: '' });
  const [claim] = await rawSql()`select id::int from author_claims where user_id = ${reader.id}`;
  const nothing = { summary: null, code: null, organization: null };
  await correctPaper(
    { viewer: colleague },
    { paper: externalId, ...nothing, project: 'https://example.org/' },
  );
  const [correction] = await rawSql()`select max(id)::int as id from paper_corrections`;
  const lab = await createOrganization(
    { viewer: author },
    { name: `Lab ${randomUUID()}`, description: '' },
  );
  if (!lab.ok) throw new Error(lab.reason);
  const organization = lab.data.slug;
  const pass = await makeOrganizationInvite({ viewer: author }, { slug: organization, days: 7 });
  if (!pass.ok) throw new Error(pass.reason);
  await joinOrganization({ viewer: colleague }, { token: pass.data.token });
  await rawSql()`update papers set organization_id = (
    select id from organizations where slug = ${organization}) where id = ${paperId}`;
  await rawSql()`insert into organizations (slug, name) values ('imported', 'Imported')
    on conflict do nothing`;
  await requestOrganization({ viewer: reader }, { slug: 'imported', words: 'It is ours.' });
  const hash = 'b'.repeat(64);
  await rawSql()`insert into pictures (hash, width, height) values (${hash}, 9, 9)
    on conflict do nothing`;
  await rawSql()`insert into source_pictures (paper_id, kind, state, picture)
    values (${paperId}, 'media', 'stored', ${hash}), (${locked.id}, 'media', 'removed', null)`;
  const [request] = await rawSql()`select max(id)::int as id from organization_requests`;
  return {
    scene: {
      warning: await warned(author),
      appealed,
      paperId,
      externalId,
      commentId: written.data.commentId,
      hiddenId,
      lockedSlug: locked.slug,
      removedSlug: removed.slug,
      readerHandle: reader.handle ?? '',
      votes: [vote],
      tokenId: token.data.id,
      logId,
      ...invite.data,
      handle: colleague.handle ?? '',
      unclaimedSlug: another.slug,
      claimId: claim?.id,
      correctionId: correction?.id,
      subscriptionId: subscription?.id ?? '',
      searchId: search.data.id,
      draftId: await begin(author, 'draft'),
      waitingId: await begin(reader, 'waiting'),
      organization,
      organizationToken: pass.data.token,
      requestId: request?.id,
      ...(await collectionsOf(author, externalId)),
    },
    people: {
      anonymous: null,
      newcomer: await createUser({ handle: null }),
      member: await createUser(),
      author,
      moderator: await createUser({ role: 'moderator' }),
      admin: await createUser({ role: 'admin' }),
      limited: await createUser({ limitedUntil: new Date(Date.now() + 86_400_000) }),
      banned: await createUser({ banned: true }),
    },
  };
}
