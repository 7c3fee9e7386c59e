import { named, verb } from '@/lib/web/verb';
import {
  banInput,
  collectionInput,
  commentInput,
  dismissInput,
  excludeInput,
  limitInput,
  mergeInput,
  paperInput,
  readerInput,
  restoreVotesInput,
  roleInput,
} from './schema';
import * as service from './service';

const act = { who: 'moderator', limit: 'api' } as const;

export const verbs = named('moderation', {
  excludeVotes: verb({
    ...act,
    input: excludeInput,
    lists: ['votes'],
    run: service.excludeVotes,
    done: 'The votes are excluded.',
  }),
  restoreVotes: verb({
    ...act,
    input: restoreVotesInput,
    run: service.restoreVotes,
    done: 'The votes are counted again.',
  }),
  warnReader: verb({
    ...act,
    input: readerInput,
    run: service.warnReader,
    done: 'The user is warned.',
  }),
  limitReader: verb({
    ...act,
    input: limitInput,
    run: service.limitReader,
    done: 'The user is limited.',
  }),
  unlimitReader: verb({
    ...act,
    input: readerInput,
    run: service.unlimitReader,
    done: 'The limit is lifted.',
  }),
  banReader: verb({
    ...act,
    input: banInput,
    run: service.banReader,
    done: 'The user is banned. All sessions have ended, and votes and comments no longer count.',
  }),
  unbanReader: verb({
    ...act,
    input: readerInput,
    run: service.unbanReader,
    done: 'The ban is lifted.',
  }),
  removeAvatar: verb({
    ...act,
    input: readerInput,
    run: service.removeAvatar,
    done: 'The picture is removed.',
  }),
  setReaderRole: verb({
    ...act,
    who: 'admin',
    input: roleInput,
    run: service.setReaderRole,
    done: 'The role is changed.',
  }),
  removePaper: verb({
    ...act,
    input: paperInput,
    run: service.removePaper,
    done: 'The paper is removed.',
  }),
  restorePaper: verb({
    ...act,
    input: paperInput,
    run: service.restorePaper,
    done: 'The paper is restored.',
  }),
  mergePapers: verb({
    ...act,
    input: mergeInput,
    run: service.mergePapers,
    done: 'The papers are merged. The old address redirects.',
  }),
  hideComment: verb({
    ...act,
    input: commentInput,
    run: service.hideComment,
    done: 'The comment is hidden.',
  }),
  restoreComment: verb({
    ...act,
    input: commentInput,
    run: service.restoreComment,
    done: 'The comment is visible again.',
  }),
  hideCollection: verb({
    ...act,
    input: collectionInput,
    run: service.hideCollection,
    done: 'The collection is hidden.',
  }),
  restoreCollection: verb({
    ...act,
    input: collectionInput,
    run: service.restoreCollection,
    done: 'The collection is visible again.',
  }),
  lockDiscussion: verb({
    ...act,
    input: paperInput,
    run: service.lockDiscussion,
    done: 'The discussion is locked.',
  }),
  unlockDiscussion: verb({
    ...act,
    input: paperInput,
    run: service.unlockDiscussion,
    done: 'The discussion is open again.',
  }),
  removePicture: verb({
    ...act,
    input: paperInput,
    run: service.removePicture,
    done: 'The picture is removed, and no other one is fetched.',
  }),
  restorePicture: verb({
    ...act,
    input: paperInput,
    run: service.restorePicture,
    done: 'A picture is fetched again within minutes.',
  }),
  dismissPattern: verb({
    ...act,
    input: dismissInput,
    run: service.dismissPattern,
    done: 'The pattern is dismissed.',
  }),
});
