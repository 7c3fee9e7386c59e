import type { Reason } from '@/lib/errors';

/**
 * Kinds of people, as far as rights go. `author`: of the very thing that the verb is about.
 * `limited`: by a moderator, to what a new account may write a day; rights are a member's.
 */
export const PEOPLE = [
  'anonymous',
  'newcomer',
  'member',
  'author',
  'moderator',
  'admin',
  'limited',
  'banned',
] as const;
export type Person = (typeof PEOPLE)[number];

/** What each of them gets: the thing itself, or the reason why not. */
export type Access = Record<Person, 'may' | Reason>;

const EVERYBODY: Access = {
  anonymous: 'may',
  newcomer: 'may',
  member: 'may',
  author: 'may',
  moderator: 'may',
  admin: 'may',
  limited: 'may',
  banned: 'may',
};
/** For this very process alone, which knows a secret of its own start. */
const NOBODY: Access = {
  anonymous: 'not_found',
  newcomer: 'not_found',
  member: 'not_found',
  author: 'not_found',
  moderator: 'not_found',
  admin: 'not_found',
  limited: 'not_found',
  banned: 'not_found',
};
const SIGNED_IN: Access = { ...EVERYBODY, anonymous: 'signed_out' };
const WRITERS: Access = { ...SIGNED_IN, newcomer: 'needs_handle', banned: 'banned' };
const AUTHOR: Access = {
  ...WRITERS,
  member: 'forbidden',
  limited: 'forbidden',
  moderator: 'forbidden',
  admin: 'forbidden',
};
const MODERATORS: Access = {
  ...WRITERS,
  member: 'forbidden',
  author: 'forbidden',
  limited: 'forbidden',
};
const ADMINS: Access = { ...MODERATORS, moderator: 'forbidden' };
/** A group that only its members see: for others there is none. `author` is its owner. */
const GROUP_OWNER: Access = {
  ...AUTHOR,
  member: 'not_found',
  limited: 'not_found',
  moderator: 'not_found',
  admin: 'not_found',
};
const NEWCOMER: Access = {
  anonymous: 'signed_out',
  newcomer: 'may',
  member: 'conflict',
  author: 'conflict',
  moderator: 'conflict',
  admin: 'conflict',
  limited: 'conflict',
  banned: 'banned',
};

/** The verbs of lib/CONCEPT/service.ts that take a viewer, who decides what they answer. */
export const VERBS: Record<string, Access> = {
  'comments/deleteComment': AUTHOR,
  'comments/editComment': AUTHOR,
  'comments/postComment': WRITERS,
  'comments/previewComment': WRITERS,
  'comments/readComment': AUTHOR,
  'comments/suggestMentions': WRITERS,
  'filters/setFilter': WRITERS,
  'responses/getResponses': SIGNED_IN,
  'responses/markComment': AUTHOR,
  'responses/reactToComment': WRITERS,
  'responses/settleComment': { ...AUTHOR, moderator: 'may', admin: 'may' },
  'responses/upvoteComment': { ...WRITERS, author: 'forbidden' },
  'follows/setFollow': WRITERS,
  'notifications/markRead': SIGNED_IN,
  'notifications/setNotificationSettings': WRITERS,
  'notifications/setWatch': WRITERS,
  'moderation/banReader': MODERATORS,
  'moderation/dismissPattern': MODERATORS,
  'moderation/excludeVotes': MODERATORS,
  'moderation/hideComment': MODERATORS,
  'moderation/limitReader': MODERATORS,
  'moderation/lockDiscussion': MODERATORS,
  'moderation/mergePapers': MODERATORS,
  'moderation/removePaper': MODERATORS,
  'moderation/restoreComment': MODERATORS,
  'moderation/restorePaper': MODERATORS,
  'moderation/restoreVotes': MODERATORS,
  'moderation/setReaderRole': ADMINS,
  'moderation/unbanReader': MODERATORS,
  'moderation/unlimitReader': MODERATORS,
  'moderation/unlockDiscussion': MODERATORS,
  'moderation/warnReader': MODERATORS,
  'groups/createGroup': WRITERS,
  'groups/deleteGroup': GROUP_OWNER,
  'groups/joinGroup': WRITERS,
  // Its owner passes it on first.
  'groups/leaveGroup': { ...GROUP_OWNER, author: 'conflict' },
  'groups/makeInvite': GROUP_OWNER,
  'groups/passOwnership': GROUP_OWNER,
  'groups/removeMember': GROUP_OWNER,
  'groups/revokeInvite': GROUP_OWNER,
  'groups/updateGroup': GROUP_OWNER,
  'people/pickHandle': NEWCOMER,
  'people/saveProfile': WRITERS,
  'people/setVotesPrivate': WRITERS,
  'reports/report': WRITERS,
  'reports/resolveReports': MODERATORS,
  'submissions/lookUpPaper': WRITERS,
  'submissions/submitPaper': WRITERS,
  'votes/setUpvote': WRITERS,
};

/** Functions of services that no action or route calls by itself, and why that is safe. */
export const WITHOUT_VIEWER: Record<string, string> = {
  'auth/enterByProvider': 'called when a provider has said who this is',
  'auth/promoteIfListed': 'called when somebody has signed in: the configuration decides',
  'badges/closeDuePeriods': 'a job',
  'checks/checkInvariants': 'called by a command',
  'checks/recountSite': 'a job',
  'checks/recount': 'called by a command',
  'ingest/ingestBatch': 'called by a command, and by services with what arXiv answered',
  'mail/deliverMail': 'a job',
  'mail/listLocalMails': 'called by a page that only this machine gets',
  'mail/queueMail': 'called by other services',
  'moderation/endBans': 'a job',
  'moderation/recomputePapers': 'a job',
  'notifications/mailNotifications': 'a job',
  'notifications/mailOverdueNotifications': 'a job',
  'notifications/unsubscribe': 'the token of a mail decides whose mails end',
  'search/indexAll': 'called by the indexer and by commands',
  'search/indexNext': 'called by the indexer',
  'search/startAnew': 'called by a command',
  'pictures/storePicture': 'called by other services, which decide who may bring one',
  'pictures/deleteUnusedPictures': 'a job',
  'submissions/completeSubmission': 'a job',
  'views/countViews': 'everybody may; counts in memory, up to a ceiling for each network',
  'views/flushViews': 'called by the web process itself',
  'people/suggestHandles': 'free handles for the viewer; no list for anybody else',
};

/** Server actions by their name, and the verb that decides. */
export const ACTIONS: Record<string, keyof typeof VERBS> = {
  markComment: 'responses/markComment',
  reactToComment: 'responses/reactToComment',
  settleComment: 'responses/settleComment',
  upvoteComment: 'responses/upvoteComment',
  deleteComment: 'comments/deleteComment',
  editComment: 'comments/editComment',
  postComment: 'comments/postComment',
  previewComment: 'comments/previewComment',
  readComment: 'comments/readComment',
  setFollow: 'follows/setFollow',
  setWatch: 'notifications/setWatch',
  setUpvote: 'votes/setUpvote',
};

/** Route handlers: the verb that decides, or who gets an answer. */
export const ROUTES: Record<string, keyof typeof VERBS | Access> = {
  'GET /api/auth/[...nextauth]': EVERYBODY,
  'POST /api/auth/[...nextauth]': EVERYBODY,
  // Only the process itself, by the secret of its start.
  'POST /api/internal/revalidate': NOBODY,
  'GET /comments/[id]': EVERYBODY,
  'GET /exports/[format]/at/[...path]': EVERYBODY,
  'GET /exports/[format]/filter': EVERYBODY,
  'GET /exports/[format]/search': EVERYBODY,
  'GET /following.opml': SIGNED_IN,
  'GET /syndication/[format]/filter': EVERYBODY,
  'GET /syndication/[format]/list/[...path]': EVERYBODY,
  'GET /syndication/[format]/search': EVERYBODY,
  'GET /livez': EVERYBODY,
  'GET /pictures/[file]': EVERYBODY,
  'GET /readyz': EVERYBODY,
  'GET /api/me': EVERYBODY,
  'GET /api/me/filters': SIGNED_IN,
  'PUT /api/me/filters': 'filters/setFilter',
  'GET /api/search': EVERYBODY,
  'GET /api/search/suggest': EVERYBODY,
  'POST /api/me/handle': 'people/pickHandle',
  'GET /api/me/follows': SIGNED_IN,
  'GET /api/me/papers': SIGNED_IN,
  'GET /api/me/responses': 'responses/getResponses',
  'POST /api/follows': 'follows/setFollow',
  'POST /api/moderation/ban': 'moderation/banReader',
  'POST /api/moderation/dismiss': 'moderation/dismissPattern',
  'POST /api/moderation/exclude': 'moderation/excludeVotes',
  'POST /api/moderation/hide-comment': 'moderation/hideComment',
  'POST /api/moderation/limit': 'moderation/limitReader',
  'POST /api/moderation/lock': 'moderation/lockDiscussion',
  'POST /api/moderation/merge': 'moderation/mergePapers',
  'POST /api/moderation/remove': 'moderation/removePaper',
  'POST /api/moderation/resolve': 'reports/resolveReports',
  'POST /api/moderation/restore': 'moderation/restorePaper',
  'POST /api/moderation/restore-comment': 'moderation/restoreComment',
  'POST /api/moderation/restore-votes': 'moderation/restoreVotes',
  'POST /api/moderation/unban': 'moderation/unbanReader',
  'POST /api/moderation/role': 'moderation/setReaderRole',
  'POST /api/moderation/unlimit': 'moderation/unlimitReader',
  'POST /api/moderation/warn': 'moderation/warnReader',
  'POST /api/moderation/unlock': 'moderation/unlockDiscussion',
  'POST /api/groups': 'groups/createGroup',
  'POST /api/groups/delete': 'groups/deleteGroup',
  'POST /api/groups/invite': 'groups/makeInvite',
  'POST /api/groups/join': 'groups/joinGroup',
  'POST /api/groups/leave': 'groups/leaveGroup',
  'POST /api/groups/pass': 'groups/passOwnership',
  'POST /api/groups/remove': 'groups/removeMember',
  'POST /api/groups/revoke': 'groups/revokeInvite',
  'POST /api/groups/update': 'groups/updateGroup',
  'POST /api/notifications/read': 'notifications/markRead',
  'POST /api/notifications/settings': 'notifications/setNotificationSettings',
  // The token of a mail decides: mail programs unsubscribe for their readers.
  'GET /api/notifications/unsubscribe': EVERYBODY,
  'POST /api/notifications/unsubscribe': EVERYBODY,
  'POST /api/notifications/watch': 'notifications/setWatch',
  'GET /api/mentions': 'comments/suggestMentions',
  'POST /api/comments/delete': 'comments/deleteComment',
  'POST /api/comments/edit': 'comments/editComment',
  'POST /api/comments/post': 'comments/postComment',
  'POST /api/reports': 'reports/report',
  'POST /api/settings/profile': 'people/saveProfile',
  'POST /api/settings/privacy': 'people/setVotesPrivate',
  'POST /api/submissions': 'submissions/submitPaper',
  'POST /api/submissions/look-up': 'submissions/lookUpPaper',
  'POST /api/views': EVERYBODY,
};
