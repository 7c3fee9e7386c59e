import { randomUUID } from 'node:crypto';
import { appealAct, replyToAppeal } from '@/lib/appeals/service';
import {
  deleteComment,
  editComment,
  postComment,
  previewComment,
  readComment,
  suggestMentions,
} from '@/lib/comments/service';
import {
  banReader,
  dismissPattern,
  excludeVotes,
  hideCollection,
  hideComment,
  limitReader,
  lockDiscussion,
  mergePapers,
  removeAvatar,
  removePaper,
  removePicture,
  restoreCollection,
  restoreComment,
  restorePaper,
  restorePicture,
  restoreVotes,
  setReaderRole,
  unbanReader,
  unlimitReader,
  unlockDiscussion,
  warnReader,
} from '@/lib/moderation/service';
import {
  getReactions,
  markComment,
  reactToComment,
  settleComment,
  upvoteComment,
} from '@/lib/reactions/service';
import { report, resolveReports } from '@/lib/reports/service';
import type { Call } from './scene';

/** The verbs of discussion and moderation. */
export const DISCUSSION_CALLS: Record<string, Call> = {
  'appeals/appealAct': (context, { warning: entry }) =>
    appealAct(context, { entry, words: 'I meant well.' }),
  'appeals/replyToAppeal': (context, { appealed: { entry, handle } }) =>
    replyToAppeal(context, { entry, handle, reason: 'Seen.', undo: false }),
  'comments/deleteComment': (context, { commentId }) => deleteComment(context, { commentId }),
  'comments/editComment': (context, { commentId }) =>
    editComment(context, { commentId, revision: 0, markdown: 'Changed.' }),
  'comments/postComment': (context, { paperId }) =>
    postComment(context, { paperId, markdown: 'A word.', clientKey: randomUUID() }),
  'comments/previewComment': (context) => previewComment(context, { markdown: 'A word.' }),
  'comments/readComment': (context, { commentId }) => readComment(context, { commentId }),
  'comments/suggestMentions': (context, { paperId: paper }) =>
    suggestMentions(context, { paper, start: 'a' }),
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
  'moderation/removeAvatar': (context, { readerHandle: handle }) =>
    removeAvatar(context, { handle, reason: 'An advertisement.' }),
  'moderation/removePicture': (context, { externalId: slug }) =>
    removePicture(context, { slug, reason: 'Not a figure.' }),
  'moderation/restorePicture': (context, { lockedSlug: slug }) =>
    restorePicture(context, { slug, reason: 'A mistake.' }),
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
  'reactions/getReactions': (context, { paperId: paper }) => getReactions(context, { paper }),
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
};
