/**
 * The verbs of each concept, imported on first use, so that a start loads none and an unknown
 * address imports nothing.
 */
export const CONCEPTS = {
  account: () => import('@/lib/account/verbs'),
  appeals: () => import('@/lib/appeals/verbs'),
  claims: () => import('@/lib/claims/verbs'),
  collections: () => import('@/lib/collections/verbs'),
  comments: () => import('@/lib/comments/verbs'),
  corrections: () => import('@/lib/corrections/verbs'),
  digests: () => import('@/lib/digests/verbs'),
  filters: () => import('@/lib/filters/verbs'),
  follows: () => import('@/lib/follows/verbs'),
  groups: () => import('@/lib/groups/verbs'),
  moderation: () => import('@/lib/moderation/verbs'),
  notifications: () => import('@/lib/notifications/verbs'),
  operations: () => import('@/lib/operations/verbs'),
  organizations: () => import('@/lib/organizations/verbs'),
  passkeys: () => import('@/lib/passkeys/verbs'),
  people: () => import('@/lib/people/verbs'),
  reads: () => import('@/lib/reads/verbs'),
  reactions: () => import('@/lib/reactions/verbs'),
  reports: () => import('@/lib/reports/verbs'),
  reviews: () => import('@/lib/reviews/verbs'),
  searches: () => import('@/lib/searches/verbs'),
  submissions: () => import('@/lib/submissions/verbs'),
  taste: () => import('@/lib/taste/verbs'),
  tokens: () => import('@/lib/tokens/verbs'),
  votes: () => import('@/lib/votes/verbs'),
};
