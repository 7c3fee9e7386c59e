import { randomUUID } from 'node:crypto';
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
import { markRead, setNotificationSettings, setWatch } from '@/lib/notifications/service';
import { runJob } from '@/lib/operations/service';
import { pickHandle, saveAvatar, saveProfile, setVotesPrivate } from '@/lib/people/service';
import { setRead } from '@/lib/reads/service';
import { changeSearch, deleteSearch, saveSearch } from '@/lib/searches/service';
import * as taste from '@/lib/taste/service';
import { createToken, revokeToken } from '@/lib/tokens/service';
import { type Call, DAILY } from './scene';

/** The verbs about users and their data. */
export const USER_CALLS: Record<string, Call> = {
  'follows/setFollow': (context) =>
    setFollow(context, { kind: 'topic', value: 'cs.LG', following: true }),
  'notifications/markRead': (context) => markRead(context, { upTo: 1 }),
  'notifications/setNotificationSettings': (context) =>
    setNotificationSettings(context, { on: ['reply.mail'] }),
  'notifications/setWatch': (context, { paperId }) =>
    setWatch(context, { paperId, watch: 'follow' }),
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
  'people/pickHandle': (context) => pickHandle(context, { handle: `h${randomUUID().slice(0, 8)}` }),
  'reads/setRead': (context, { paperId }) => setRead(context, { papers: [paperId], read: true }),
  'people/saveAvatar': (context) => saveAvatar(context, { withoutPicture: '1' }),
  'people/saveProfile': (context) =>
    saveProfile(context, { name: 'Ada', bio: '', links: [], orcid: null }),
  'people/setVotesPrivate': (context) => setVotesPrivate(context, { votesPrivate: true }),
  'tokens/createToken': (context) =>
    createToken(context, { name: 'A program', scopes: ['vote'], days: 7 }),
  'tokens/revokeToken': (context, { tokenId: id }) => revokeToken(context, { id }),
};
