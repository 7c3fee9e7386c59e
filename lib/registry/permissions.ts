import type { Who } from '@/lib/web/access';

/** Functions of services that no action or route calls directly, and why that is safe. */
export const WITHOUT_VIEWER: Record<string, string> = {
  'digests/endSubscription': 'the token of a mail decides which one ends',
  'sign-in/enterByProvider': 'called when a provider has said who this is',
  'sign-in/promoteIfListed': 'called when somebody has signed in: the configuration decides',
  'sign-in/isOneTooMany': 'called when a provider has said who this is',
  'sign-in/keepMailboxKey': 'called when a user has signed in',
  'sign-in/fillMailboxKeys': 'a job',
  'badges/closeDuePeriods': 'a job',
  'invariants/checkInvariants': 'called by a command',
  'invariants/recountSite': 'a job',
  'invariants/recount': 'called by a command',
  'ingest/ingestBatch': 'called by a command, and by services with what arXiv answered',
  'mail/deliverMail': 'a job',
  'mail/listLocalMails': 'called by a page that only this machine gets',
  'mail/queueMail': 'called by other services',
  'moderation/endBans': 'a job',
  'moderation/keepPatterns': 'a job',
  'moderation/recomputePapers': 'a job',
  'notifications/mailNotifications': 'a job',
  'notifications/mailOverdueNotifications': 'a job',
  'notifications/unsubscribe': 'the token of a mail decides whose mails end',
  'dump/writeDump': 'a job and a command; only what is public is in it',
  'search/indexAll': 'called by the indexer and by commands',
  'search/indexNext': 'called by the indexer',
  'pictures/choosePicture': 'called by other services, which decide who may bring one',
  'pictures/storePicture': 'called by other services, which decide who may bring one',
  'pictures/deleteUnusedPictures': 'a job',
  'submissions/completeSubmission': 'a job',
  'evaluation/estimateOrders': 'called by the worker',
  'views/countViews': 'everybody may; counts in memory, up to a ceiling for each network',
  'views/flushViews': 'called by the web process itself',
  'people/suggestHandles': 'free handles for the viewer; no list for anybody else',
};

/** Verbs outside the registry: a provider's claims must not come from a form or a script. */
export const SERVICE_ONLY: Record<string, Who> = {
  'sign-in/connectAccount': 'accountOwner',
};

/**
 * Who may call a route handler that is not defined by a verb or an operation of the API.
 * `defineRoute(verbs.X)` and `serveOperations(X)` need no entry here.
 */
export const ROUTES: Record<string, Who | 'operator' | 'this process'> = {
  // The verb decides.
  'POST /do/[concept]/[verb]': 'anyone',
  // By a token or anonymously, never by a cookie. Writing tools of MCP call the verbs.
  'POST /api/mcp': 'anyone',
  'GET /api/openapi.json': 'anyone',
  'OPTIONS /api/openapi.json': 'anyone',
  'GET /api/auth/[...nextauth]': 'anyone',
  'POST /api/auth/[...nextauth]': 'anyone',
  // Requires the secret that the process generated at its start.
  'POST /api/internal/revalidate': 'this process',
  'GET /comments/[id]': 'anyone',
  'GET /cards/[...path]': 'anyone',
  'GET /exports/[format]/at/[...path]': 'anyone',
  // A private one only for its owner; it does not exist for others.
  'GET /exports/[format]/collection/[key]': 'anyone',
  'GET /exports/[format]/filter': 'anyone',
  'GET /exports/[format]/search': 'anyone',
  'GET /robots.txt': 'anyone',
  'GET /sitemap.xml': 'anyone',
  'GET /sitemaps/[name]': 'anyone',
  'GET /manifest.webmanifest': 'anyone',
  'GET /unapi': 'anyone',
  'GET /version': 'anyone',
  'GET /dumps/[name]': 'anyone',
  'GET /following.opml': 'signedIn',
  'GET /syndication/[format]/filter': 'anyone',
  // The token in the address identifies the user.
  'GET /syndication/[format]/for-you': 'anyone',
  'GET /syndication/[format]/list/[...path]': 'anyone',
  'GET /syndication/[format]/search': 'anyone',
  'GET /livez': 'anyone',
  'GET /pictures/[file]': 'anyone',
  'GET /faces/[file]': 'anyone',
  'GET /readyz': 'anyone',
  'GET /moderation/digests/preview': 'operator',
  // The token in the mail identifies the subscription: mail clients unsubscribe for their users.
  'GET /mail/digests/end': 'anyone',
  'POST /mail/digests/end': 'anyone',
  'GET /mail/notifications/end': 'anyone',
  'POST /mail/notifications/end': 'anyone',
  'GET /me': 'anyone',
  'GET /me/collections': 'signedIn',
  'GET /me/export': 'signedIn',
  'GET /me/filters': 'signedIn',
  'GET /me/follows': 'signedIn',
  'GET /me/discussion': 'anyone',
  'GET /me/papers': 'signedIn',
  'GET /me/saved': 'signedIn',
  'GET /me/suggestions': 'anyone',
  'GET /me/taste': 'signedIn',
  'POST /me/views': 'anyone',
};
