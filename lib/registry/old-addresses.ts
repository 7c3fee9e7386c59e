import { entryOf } from '@/lib/base/entry-of';
import { type FormName, formPath } from './form-path';

/**
 * Redirects of former form addresses below /api, which a tab opened before the update still uses.
 * These redirects stay until release 0.3.
 */
export const OLD_FORMS = {
  appeals: 'appeals/appealAct',
  claims: 'claims/claimAuthor',
  'claims/contest': 'claims/contestClaim',
  'claims/withdraw': 'claims/withdrawClaim',
  'comments/delete': 'comments/deleteComment',
  'comments/edit': 'comments/editComment',
  'comments/post': 'comments/postComment',
  corrections: 'corrections/correctPaper',
  follows: 'follows/setFollow',
  groups: 'groups/createGroup',
  'groups/delete': 'groups/deleteGroup',
  'groups/invite': 'groups/makeInvite',
  'groups/join': 'groups/joinGroup',
  'groups/leave': 'groups/leaveGroup',
  'groups/pass': 'groups/passOwnership',
  'groups/remove': 'groups/removeMember',
  'groups/revoke': 'groups/revokeInvite',
  'groups/update': 'groups/updateGroup',
  'me/collections/arrange': 'collections/arrangePapers',
  'me/collections/collect': 'collections/collectPaper',
  'me/collections/create': 'collections/createCollection',
  'me/collections/delete': 'collections/deleteCollection',
  'me/collections/update': 'collections/updateCollection',
  'me/handle': 'people/pickHandle',
  'moderation/approve-submission': 'reviews/approveSubmission',
  'moderation/ban': 'moderation/banReader',
  'moderation/claim': 'claims/settleClaim',
  'moderation/contest': 'claims/settleContest',
  'moderation/correction': 'corrections/revertCorrection',
  'moderation/dismiss': 'moderation/dismissPattern',
  'moderation/exclude': 'moderation/excludeVotes',
  'moderation/hide-collection': 'moderation/hideCollection',
  'moderation/hide-comment': 'moderation/hideComment',
  'moderation/limit': 'moderation/limitReader',
  'moderation/lock': 'moderation/lockDiscussion',
  'moderation/merge': 'moderation/mergePapers',
  'moderation/organization': 'organizations/settleRequest',
  'moderation/refuse-submission': 'reviews/refuseSubmission',
  'moderation/remove': 'moderation/removePaper',
  'moderation/reply': 'appeals/replyToAppeal',
  'moderation/resolve': 'reports/resolveReports',
  'moderation/restore': 'moderation/restorePaper',
  'moderation/restore-collection': 'moderation/restoreCollection',
  'moderation/restore-comment': 'moderation/restoreComment',
  'moderation/restore-votes': 'moderation/restoreVotes',
  'moderation/role': 'moderation/setReaderRole',
  'moderation/unban': 'moderation/unbanReader',
  'moderation/unlimit': 'moderation/unlimitReader',
  'moderation/unlock': 'moderation/unlockDiscussion',
  'moderation/warn': 'moderation/warnReader',
  'notifications/read': 'notifications/markRead',
  'notifications/settings': 'notifications/setNotificationSettings',
  'notifications/watch': 'notifications/setWatch',
  'operations/run': 'operations/runJob',
  organizations: 'organizations/createOrganization',
  'organizations/drop': 'organizations/dropPaper',
  'organizations/invite': 'organizations/makeOrganizationInvite',
  'organizations/join': 'organizations/joinOrganization',
  'organizations/member': 'organizations/changeMember',
  'organizations/membership': 'organizations/setMembership',
  'organizations/request': 'organizations/requestOrganization',
  'organizations/revoke': 'organizations/revokeOrganizationInvite',
  'organizations/update': 'organizations/updateOrganization',
  reports: 'reports/report',
  'settings/delete': 'account/deleteAccount',
  'settings/digests': 'digests/addSubscription',
  'settings/digests/change': 'digests/changeSubscription',
  'settings/digests/remove': 'digests/removeSubscription',
  'settings/disconnect': 'account/disconnectAccount',
  'settings/email': 'account/requestEmailChange',
  'settings/email/cancel': 'account/cancelEmailChange',
  'settings/email/confirm': 'account/confirmEmailChange',
  'settings/privacy': 'people/setVotesPrivate',
  'settings/profile': 'people/saveProfile',
  'settings/searches': 'searches/saveSearch',
  'settings/searches/change': 'searches/changeSearch',
  'settings/searches/delete': 'searches/deleteSearch',
  'settings/sessions/end': 'account/endSession',
  'settings/sessions/end-all': 'account/endSessions',
  'settings/tokens': 'tokens/createToken',
  'settings/tokens/revoke': 'tokens/revokeToken',
  submissions: 'submissions/sendDraft',
  'submissions/drop': 'submissions/dropSubmission',
  'submissions/look-up': 'submissions/openDraft',
  subscriptions: 'digests/subscribeAddress',
  'subscriptions/confirm': 'digests/confirmSubscription',
} as const satisfies Record<string, FormName>;

/** JSON for our own pages. */
const JSON_PATHS: Record<string, string> = {
  me: '/me',
  'me/collections': '/me/collections',
  'me/export': '/me/export',
  'me/filters': '/me/filters',
  'me/follows': '/me/follows',
  'me/papers': '/me/papers',
  'me/responses': '/me/reactions',
  mentions: '/me/mentions',
  'search/suggest': '/me/suggestions',
  views: '/me/views',
  'moderation/digest-preview': '/moderation/digests/preview',
};

/** JSON for our own pages that has moved below `/me`. */
const MOVED_JSON: Record<string, string> = { responses: '/me/reactions' };

/** Returns the address that replaced `/me/PATH`, or null. */
export const newMeAddress = (path: string): string | null => entryOf(MOVED_JSON, path) ?? null;

/** Returns the address that replaced `/api/PATH`, or null. */
export function newAddress(path: string): string | null {
  if (Object.hasOwn(OLD_FORMS, path)) return formPath(OLD_FORMS[path as keyof typeof OLD_FORMS]);
  return Object.hasOwn(JSON_PATHS, path) ? (JSON_PATHS[path] ?? null) : null;
}
