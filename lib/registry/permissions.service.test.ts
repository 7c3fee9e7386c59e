import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { collectInvalidations } from '@/db/queries/invalidation';
import { writeLog } from '@/db/queries/moderation';
import { insertExclusions } from '@/db/queries/moderation-acts';
import { repairPapers } from '@/db/queries/recount';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { recordTags } from '@/db/testing/tag-recorder';
import { ACCOUNT_CALLS } from '@/lib/account/testing/calls';
import { answerAct, replyToAnswer } from '@/lib/appeals/service';
import { forgetEnv } from '@/lib/base/env';
import type { Result } from '@/lib/base/errors';
import {
  claimAuthor,
  contestClaim,
  settleClaim,
  settleContest,
  withdrawClaim,
} from '@/lib/claims/service';
import {
  arrangePapers,
  collectPaper,
  createCollection,
  deleteCollection,
  savePaper,
  updateCollection,
} from '@/lib/collections/service';
import {
  deleteComment,
  editComment,
  postComment,
  previewComment,
  readComment,
  suggestMentions,
} from '@/lib/comments/service';
import { correctPaper, revertCorrection } from '@/lib/corrections/service';
import {
  addSubscription,
  changeSubscription,
  confirmSubscription,
  removeSubscription,
  subscribeAddress,
} from '@/lib/digests/service';
import { subscriptionToken } from '@/lib/digests/token';
import { setFilter } from '@/lib/filters/service';
import { setFollow } from '@/lib/follows/service';
import {
  createGroup,
  deleteGroup,
  joinGroup,
  leaveGroup,
  makeInvite,
  passOwnership,
  removeMember,
  revokeInvite,
  updateGroup,
} from '@/lib/groups/service';
import { checkInvariants } from '@/lib/invariants/service';
import {
  banReader,
  dismissPattern,
  excludeVotes,
  hideCollection,
  hideComment,
  limitReader,
  lockDiscussion,
  mergePapers,
  removePaper,
  restoreCollection,
  restoreComment,
  restorePaper,
  restoreVotes,
  setReaderRole,
  unbanReader,
  unlimitReader,
  unlockDiscussion,
  warnReader,
} from '@/lib/moderation/service';
import { markRead, setNotificationSettings, setWatch } from '@/lib/notifications/service';
import { runJob } from '@/lib/operations/service';
import {
  changeMember,
  createOrganization,
  dropPaper,
  joinOrganization,
  makeOrganizationInvite,
  requestOrganization,
  revokeOrganizationInvite,
  setMembership,
  settleRequest,
  updateOrganization,
} from '@/lib/organizations/service';
import { PASSKEY_CALLS } from '@/lib/passkeys/testing/calls';
import { pickHandle, saveProfile, setVotesPrivate } from '@/lib/people/service';
import {
  getResponses,
  markComment,
  reactToComment,
  settleComment,
  upvoteComment,
} from '@/lib/reactions/service';
import { report, resolveReports } from '@/lib/reports/service';
import { approveSubmission, refuseSubmission } from '@/lib/reviews/service';
import { changeSearch, deleteSearch, saveSearch } from '@/lib/searches/service';
import { sendInput } from '@/lib/submissions/schema';
import {
  dropSubmission,
  lookUpPaper,
  openDraft,
  sendDraft,
  submitPaper,
} from '@/lib/submissions/service';
import * as taste from '@/lib/taste/service';
import { createToken, revokeToken } from '@/lib/tokens/service';
import { setUpvote } from '@/lib/votes/service';
import { ACCESS, type Access, PEOPLE, type Person, refuseByWho } from '@/lib/web/access';
import type { Context, Viewer } from '@/lib/web/types';
import { listVerbs } from './find';
import { SERVICE_ONLY } from './permissions';

const databaseUrl = useTestDatabase();

let tags: Awaited<ReturnType<typeof recordTags>>;
beforeAll(async () => {
  tags = await recordTags(databaseUrl());
});
afterAll(() => tags.stop());

const WHO = {
  ...Object.fromEntries((await listVerbs()).map(({ name, who }) => [name, who])),
  ...SERVICE_ONLY,
};
const VERBS: Record<string, Access> = Object.fromEntries(
  Object.entries(WHO).map(([name, who]) => [name, ACCESS[who]]),
);

/** With a mailbox, so that an address is a way in. */
beforeAll(() => {
  process.env.PAPERTIDE_EMBEDDED = '1';
  forgetEnv();
});
afterAll(() => {
  delete process.env.PAPERTIDE_EMBEDDED;
  forgetEnv();
});

type Vote = { paperId: number; userId: string };
type Scene = {
  /** An entry about the author, and one about a reader who has answered it. */
  warning: number;
  answered: { entry: number; handle: string };
  paperId: number;
  externalId: string;
  commentId: number;
  /** Hidden already, and a paper whose discussion is locked. */
  hiddenId: number;
  lockedSlug: string;
  removedSlug: string;
  readerHandle: string;
  votes: Vote[];
  /** Of an API token of the author's. */
  tokenId: string;
  /** The entry that excluded a vote. */
  logId: number;
  /** Of the author's group, which only its members see, with one of them. */
  slug: string;
  token: string;
  handle: string;
  /** Of a paper with an author whom nobody is, and a reader's claim to be that one. */
  unclaimedSlug: string;
  claimId: number;
  /** By the colleague, who is the paper's second author. */
  correctionId: number;
  /** The author's own. */
  subscriptionId: string;
  searchId: number;
  /** A draft of the author's, and a reader's submission that waits for a moderator. */
  draftId: number;
  waitingId: number;
  /** The author's, which the paper names; a link in to it, and a request for another one. */
  organization: string;
  organizationToken: string;
  requestId: number;
  /** The author's private one with the paper in it, one that all see, and one that is hidden. */
  collection: string;
  openCollection: string;
  hiddenCollection: string;
};
type Call = (context: Context, scene: Scene) => Promise<Result<unknown>>;

const DAILY = { cadence: 'daily' as const, hour: 8, timeZone: 'UTC', topics: [] };

/** Each verb with an input that only rights can stand against. */
const CALLS: Record<string, Call> = {
  'appeals/answerAct': (context, { warning: entry }) =>
    answerAct(context, { entry, words: 'I meant well.' }),
  'appeals/replyToAnswer': (context, { answered: { entry, handle } }) =>
    replyToAnswer(context, { entry, handle, reason: 'Seen.', undo: false }),
  'claims/claimAuthor': (context, { unclaimedSlug: paper }) =>
    claimAuthor(context, { paper, position: 0, words: '' }),
  'claims/contestClaim': (context, { externalId: paper, handle }) =>
    contestClaim(context, { paper, handle, words: 'It is somebody else.' }),
  'claims/settleClaim': (context, { claimId: claim }) =>
    settleClaim(context, { claim, act: 'confirm', reason: 'The page says so.' }),
  'claims/settleContest': (context, { externalId: paper, handle }) =>
    settleContest(context, { paper, handle, act: 'take_back', reason: 'Somebody else.' }),
  'claims/withdrawClaim': (context, { externalId: paper }) => withdrawClaim(context, { paper }),
  'corrections/correctPaper': (context, { externalId: paper }) =>
    correctPaper(context, {
      paper,
      summary: 'What it says.',
      code: null,
      project: null,
      organization: null,
    }),
  'corrections/revertCorrection': (context, { correctionId: correction }) =>
    revertCorrection(context, { correction, reason: 'Advertising.' }),
  ...ACCOUNT_CALLS,
  ...PASSKEY_CALLS,
  'collections/arrangePapers': (context, { collection, externalId: paper }) =>
    arrangePapers(context, { collection, notes: [{ paper, note: 'Read.' }] }),
  'collections/collectPaper': (context, { collection, unclaimedSlug: paper }) =>
    collectPaper(context, { collection, paper, there: true, note: '' }),
  'collections/createCollection': (context) =>
    createCollection(context, { name: 'To read', description: '', visibility: 'public' }),
  'collections/deleteCollection': (context, { collection }) =>
    deleteCollection(context, { collection }),
  'collections/savePaper': (context, { slug }) => savePaper(context, { paper: slug }),
  'collections/updateCollection': (context, { collection }) =>
    updateCollection(context, {
      collection,
      name: 'Read',
      description: '',
      visibility: 'public',
    }),
  'comments/deleteComment': (context, { commentId }) => deleteComment(context, { commentId }),
  'comments/editComment': (context, { commentId }) =>
    editComment(context, { commentId, revision: 0, markdown: 'Changed.' }),
  'comments/postComment': (context, { paperId }) =>
    postComment(context, { paperId, markdown: 'A word.', clientKey: randomUUID() }),
  'comments/previewComment': (context) => previewComment(context, { markdown: 'A word.' }),
  'comments/readComment': (context, { commentId }) => readComment(context, { commentId }),
  'comments/suggestMentions': (context, { paperId: paper }) =>
    suggestMentions(context, { paper, start: 'a' }),
  'follows/setFollow': (context) =>
    setFollow(context, { kind: 'topic', value: 'cs.LG', following: true }),
  'notifications/markRead': (context) => markRead(context, { upTo: 1 }),
  'notifications/setNotificationSettings': (context) =>
    setNotificationSettings(context, { on: ['reply.mail'] }),
  'notifications/setWatch': (context, { paperId }) =>
    setWatch(context, { paperId, watch: 'follow' }),
  'moderation/banReader': (context, { readerHandle: handle }) =>
    banReader(context, { handle, reason: 'Votes for pay.' }),
  'moderation/dismissPattern': (context) =>
    dismissPattern(context, { key: 'a'.repeat(64), count: 4, reason: 'One class.' }),
  'moderation/excludeVotes': (context, { votes }) =>
    excludeVotes(context, { votes, reason: 'Votes for pay.' }),
  'moderation/hideCollection': (context, { openCollection: key }) =>
    hideCollection(context, { key, reason: 'An insult.' }),
  'moderation/restoreCollection': (context, { hiddenCollection: key }) =>
    restoreCollection(context, { key, reason: 'A mistake.' }),
  'moderation/hideComment': (context, { commentId: id }) =>
    hideComment(context, { id, reason: 'An insult.' }),
  'moderation/restoreComment': (context, { hiddenId: id }) =>
    restoreComment(context, { id, reason: 'A mistake.' }),
  'moderation/lockDiscussion': (context, { externalId: slug }) =>
    lockDiscussion(context, { slug, reason: 'It goes in circles.' }),
  'moderation/unlockDiscussion': (context, { lockedSlug: slug }) =>
    unlockDiscussion(context, { slug, reason: 'They have slept.' }),
  'moderation/mergePapers': (context, { externalId: slug, lockedSlug: into }) =>
    mergePapers(context, { slug, into, reason: 'The same twice.' }),
  'moderation/removePaper': (context, { externalId: slug }) =>
    removePaper(context, { slug, reason: 'No paper.' }),
  'moderation/restorePaper': (context, { removedSlug: slug }) =>
    restorePaper(context, { slug, reason: 'A mistake.' }),
  'moderation/restoreVotes': (context, { logId }) =>
    restoreVotes(context, { logId, reason: 'A mistake.' }),
  'moderation/warnReader': (context, { readerHandle: handle }) =>
    warnReader(context, { handle, reason: 'Mind your tone.' }),
  'moderation/limitReader': (context, { readerHandle: handle }) =>
    limitReader(context, { handle, reason: 'Much, and quickly.', days: 7 }),
  'moderation/unlimitReader': (context, { readerHandle: handle }) =>
    unlimitReader(context, { handle, reason: 'Slower now.' }),
  'moderation/setReaderRole': (context, { readerHandle: handle }) =>
    setReaderRole(context, { handle, role: 'moderator', reason: 'Trusted by all.' }),
  'moderation/unbanReader': (context, { readerHandle: handle }) =>
    unbanReader(context, { handle, reason: 'Time served.' }),
  'groups/createGroup': (context) => createGroup(context, { name: 'A lab', description: '' }),
  'groups/deleteGroup': (context, { slug }) => deleteGroup(context, { slug }),
  'groups/joinGroup': (context, { token }) => joinGroup(context, { token }),
  'groups/leaveGroup': (context, { slug }) => leaveGroup(context, { slug }),
  'groups/makeInvite': (context, { slug }) => makeInvite(context, { slug, days: 7 }),
  'groups/passOwnership': (context, { slug, handle }) => passOwnership(context, { slug, handle }),
  'groups/removeMember': (context, { slug, handle }) => removeMember(context, { slug, handle }),
  'groups/revokeInvite': (context, { slug }) =>
    revokeInvite(context, { slug, invite: '0123456789abcdef' }),
  'groups/updateGroup': (context, { slug }) =>
    updateGroup(context, { slug, name: 'A lab', description: '', visibility: 'members' }),
  'digests/addSubscription': (context) =>
    addSubscription(context, { ...DAILY, about: 'everything' }),
  'digests/changeSubscription': (context, { subscriptionId: id }) =>
    changeSubscription(context, { ...DAILY, about: 'everything', id }),
  'digests/confirmSubscription': (_, { subscriptionId }) =>
    confirmSubscription(subscriptionToken('confirm', subscriptionId)),
  'digests/removeSubscription': (context, { subscriptionId: id }) =>
    removeSubscription(context, { id }),
  'digests/subscribeAddress': (context) =>
    subscribeAddress(context, { ...DAILY, email: `${randomUUID()}@example.org` }),
  'searches/changeSearch': (context, { searchId: id }) =>
    changeSearch(context, { id, name: 'Another name', highlight: true }),
  'searches/deleteSearch': (context, { searchId: id }) => deleteSearch(context, { id }),
  'searches/saveSearch': (context) => saveSearch(context, { name: 'Heat', query: 'q=heat' }),
  'taste/markPaper': (context, { paperId }) =>
    taste.markPaper(context, { paperId, disliked: true }),
  'taste/markSeen': (context, { paperId }) => taste.markSeen(context, { papers: [paperId] }),
  'taste/setWeights': (context) =>
    taste.setWeights(context, [{ kind: 'word', key: 'heat', shown: 'heat', factor: 2 }]),
  'taste/startTaste': (context) => taste.startTaste(context, { text: '', topics: ['cs.LG'] }),
  'taste/bringTaste': (context) =>
    taste.bringTaste(context, {
      format: 'papertide-taste',
      version: 1,
      interests: [],
      settings: [],
    }),
  'taste/deleteTaste': (context) => taste.deleteTaste(context),
  'taste/turnOn': (context) => taste.turnOn(context),
  'taste/makeFeed': (context) => taste.makeFeed(context),
  'taste/endFeed': (context) => taste.endFeed(context),
  'filters/setFilter': (context, { paperId }) =>
    setFilter(context, { kind: 'hidden', value: paperId, on: true }),
  'operations/runJob': (context) => runJob(context, { job: 'clean_up' }),
  'organizations/changeMember': (context, { organization: slug, handle }) =>
    changeMember(context, { slug, handle, act: 'remove' }),
  'organizations/createOrganization': (context) =>
    createOrganization(context, { name: `Lab ${randomUUID()}`, description: '' }),
  'organizations/dropPaper': (context, { organization: slug, externalId: paper }) =>
    dropPaper(context, { slug, paper }),
  'organizations/joinOrganization': (context, { organizationToken: token }) =>
    joinOrganization(context, { token }),
  'organizations/makeOrganizationInvite': (context, { organization: slug }) =>
    makeOrganizationInvite(context, { slug, days: 7 }),
  'organizations/requestOrganization': (context) =>
    requestOrganization(context, { slug: 'imported', words: 'It is mine.' }),
  'organizations/revokeOrganizationInvite': (context, { organization: slug }) =>
    revokeOrganizationInvite(context, { slug, invite: '0123456789abcdef' }),
  'organizations/setMembership': (context, { organization: slug }) =>
    setMembership(context, { slug, act: 'hide' }),
  'organizations/settleRequest': (context, { requestId: request }) =>
    settleRequest(context, { request, act: 'refuse', reason: 'Somebody else.' }),
  'organizations/updateOrganization': (context, { organization: slug }) =>
    updateOrganization(context, { slug, name: slug, description: '', links: [] }),
  'people/pickHandle': (context) => pickHandle(context, { handle: `h${randomUUID().slice(0, 8)}` }),
  'people/saveProfile': (context) =>
    saveProfile(context, { name: 'Ada', bio: '', links: [], orcid: null }),
  'people/setVotesPrivate': (context) => setVotesPrivate(context, { votesPrivate: true }),
  'reactions/getResponses': (context, { paperId: paper }) => getResponses(context, { paper }),
  'reactions/markComment': (context, { commentId }) =>
    markComment(context, { commentId, kind: 'error' }),
  'reactions/reactToComment': (context, { commentId }) =>
    reactToComment(context, { commentId, reaction: 'thanks', on: true }),
  'reactions/settleComment': (context, { commentId }) =>
    settleComment(context, { commentId, settled: true }),
  'reactions/upvoteComment': (context, { commentId }) =>
    upvoteComment(context, { commentId, upvoted: true }),
  'reports/report': (context, { commentId: comment }) =>
    report(context, { comment, reason: 'spam', words: '' }),
  'reports/resolveReports': (context, { commentId }) =>
    resolveReports(context, { subject: { commentId }, act: 'hide_comment', reason: 'Spam.' }),
  'reviews/approveSubmission': (context, { waitingId: id }) =>
    approveSubmission(context, { id, reason: 'It fits.' }),
  'reviews/refuseSubmission': (context, { waitingId: id }) =>
    refuseSubmission(context, { id, reason: 'It does not fit.' }),
  'submissions/dropSubmission': (context, { draftId: id }) => dropSubmission(context, { id }),
  'submissions/openDraft': (context, { externalId: text }) => openDraft(context, { text }),
  'submissions/sendDraft': (context, { draftId: id }) =>
    sendDraft(context, sendInput.parse({ id })),
  'submissions/lookUpPaper': (context, { externalId }) =>
    lookUpPaper(context, { text: externalId }),
  'submissions/submitPaper': (context, { externalId }) =>
    submitPaper(context, { arxivId: externalId }),
  'tokens/createToken': (context) =>
    createToken(context, { name: 'A program', scopes: ['vote'], days: 7 }),
  'tokens/revokeToken': (context, { tokenId: id }) => revokeToken(context, { id }),
  'votes/setUpvote': (context, { paperId }) => setUpvote(context, { paperId, upvoted: true }),
};

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

/** A paper with a comment, a group, and all kinds of people; the author has made all of it. */
async function setScene(): Promise<{ scene: Scene; people: Record<Person, Viewer | null> }> {
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
  const told = { comment: written.data.commentId, reason: 'spam', words: '' } as const;
  await report({ viewer: reader }, told);
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
  const answered = { entry: await warned(reader), handle: reader.handle ?? '' };
  await answerAct({ viewer: reader }, { entry: answered.entry, words: 'I did not.' });
  await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
    values (${paperId}, 0, 'A', ${author.id}, 'verified'),
      (${paperId}, 1, 'B', ${colleague.id}, 'verified'), (${another.id}, 0, 'C', null, null)`;
  await rawSql()`insert into author_claims (paper_id, position, name, user_id, status)
    values (${paperId}, 0, 'A', ${author.id}, 'verified'),
      (${paperId}, 1, 'B', ${colleague.id}, 'verified')`;
  // What was written without the verbs is counted, so that afterwards every figure is a verb's.
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
  const [request] = await rawSql()`select max(id)::int as id from organization_requests`;
  return {
    scene: {
      warning: await warned(author),
      answered,
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

it('every verb of the table is called here', () => {
  expect(Object.keys(CALLS).sort()).toEqual(Object.keys(VERBS).sort());
});

describe.each(Object.keys(VERBS))('%s', (verb) => {
  // Whoever is refused changes nothing: all of them meet in one scene.
  let refused: ReturnType<typeof setScene> | undefined;
  const sceneOf = (person: Person) => {
    if (VERBS[verb]?.[person] === 'may') return setScene();
    refused ??= setScene();
    return refused;
  };

  it.each(PEOPLE)('gives %s what the table says', async (person) => {
    const { scene, people } = await sceneOf(person);
    const viewer = people[person];
    const {
      result: { result, tags: published },
      missing,
    } = await tags.missing(() =>
      collectInvalidations(async () => CALLS[verb]?.({ viewer }, scene)),
    );
    expect(result?.ok ? 'may' : result?.reason).toBe(VERBS[verb]?.[person]);
    // What is refused before the service is asked is what the service would refuse.
    const early = refuseByWho(WHO[verb] ?? 'anyone', viewer);
    if (early) expect(early.reason).toBe(VERBS[verb]?.[person]);
    const { tags: told = [] } = ((result?.ok && result.data) || {}) as { tags?: string[] };
    expect([...published]).toEqual(expect.arrayContaining(told));
    expect(missing).toEqual([]);
  });
});

it('a banned author has no rights over what is theirs', async () => {
  const { scene, people } = await setScene();
  const viewer = people.author && { ...people.author, banned: true };
  for (const verb of ['comments/deleteComment', 'comments/editComment', 'comments/readComment']) {
    expect(await CALLS[verb]?.({ viewer }, scene)).toMatchObject({ reason: 'banned' });
  }
});

it('every legitimate act of every verb leaves no violated invariant', async () => {
  const violated: Record<string, string[]> = {};
  for await (const { invariant, violations, examples } of checkInvariants(db())) {
    if (violations > 0) violated[invariant] = examples;
  }
  expect(violated).toEqual({});
});
