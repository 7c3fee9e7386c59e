/**
 * For each column of the schema whether a dump has it: `dumped`, or why not. A test demands a
 * decision for each, so that a new column is neither forgotten nor given away.
 */

export const DUMPED = 'dumped';
type Decisions = Record<string, string | Record<string, string>>;

const ACCOUNT = 'private: how a user signs in';
const OWN = 'private: of one user';
const DERIVED = 'computed again from rows that are dumped';
const RUNNING = 'of this installation: how its jobs are getting on';
const MODERATORS = 'private: between users and moderators';
const ROW = 'an id of the row, which is in no address; rows keep their order';
const TIME = 'when the row was written, which no page says';

const dumped = (columns: string): Record<string, string> =>
  Object.fromEntries(columns.split(/\s+/).map((name) => [name, DUMPED]));

export const DECISIONS: Decisions = {
  // Dumped, in whole or in part.
  users: {
    ...dumped(
      'handle name bio links orcid picture role banned_at votes_private is_demo created_at',
    ),
    id: `${ROW}: the handle is`,
    email: ACCOUNT,
    email_verified: ACCOUNT,
    mailbox_key: ACCOUNT,
    image: ACCOUNT,
    banned_until: MODERATORS,
    limited_until: MODERATORS,
    stand_in: 'does what a dump counts without names',
  },
  accounts: {
    ...dumped('user_id provider provider_account_id'),
    type: 'always oauth; only a confirmed ORCID iD is public, as the profile says so',
    created_at: TIME,
  },
  pictures: { ...dumped('hash width height'), created_at: TIME },
  organizations: {
    ...dumped('id slug name source_name avatar_url description links picture founder_id'),
    created_at: TIME,
  },
  organization_members: {
    ...dumped('organization_id user_id role'),
    hidden: 'hidden members are a number',
    joined_at: 'only its order, which the page shows',
  },
  papers: {
    ...dumped(`id slug source external_id version title abstract summary summary_by keywords published_at
      revised_at withdrawn retracted retraction_notice categories organization_id doi journal_ref note
      code_url code_added_by code_stars code_stars_on code_momentum project_url corrected picture
      media_urls submitted_by listed_by submitted_at feed_day upvote_count comment_count exposure
      outside_exposure shuffle is_demo merged_into locked_at`),
    retraction_checked_at: RUNNING,
    author_count: DERIVED,
    code_repo: DERIVED,
    weight_sum: DERIVED,
    outside_weight: DERIVED,
    prior: DERIVED,
    trending: DERIVED,
    removed_at: 'removed papers are not in a dump',
    created_at: TIME,
  },
  paper_authors: dumped('paper_id position name orcid user_id claim_status'),
  paper_listings: dumped(`paper_id site day upvotes comments submitter submitter_handle
    submitter_avatar media_urls thumbnail`),
  paper_versions: dumped('paper_id version released_at title abstract'),
  source_pictures: {
    ...dumped('paper_id kind url video_url caption picture'),
    state: 'only stored ones; others are found again, and removed ones are not public',
    failures: RUNNING,
    due_at: RUNNING,
  },
  code_repositories: {
    ...dumped('repo full_name state stars'),
    etag: RUNNING,
    checked_at: RUNNING,
  },
  code_stars: dumped('repo day stars'),
  paper_exposures: {
    ...dumped('paper_id exposure'),
    day: 'the sum is on the page of the paper, days are not',
  },
  paper_corrections: {
    ...dumped('paper_id user_id field role before after before_by log_id created_at'),
    id: ROW,
  },
  author_claims: {
    ...dumped('paper_id position name user_id status'),
    id: ROW,
    words: MODERATORS,
    created_at: TIME,
    decided_at: TIME,
    decided_by: MODERATORS,
    log_id: 'the log names the paper',
  },
  badge_periods: { ...dumped('period start'), closed_at: TIME },
  paper_badges: dumped('period start rank paper_id upvotes taken_back shuffle'),
  moderation_log: dumped('id actor_id action reason user_id paper_id details created_at'),
  comments: {
    ...dumped(`id paper_id parent_id user_id kind paper_version settled_at settled_by upvote_count
      shuffle markdown created_at edited_at deleted_at hidden_at`),
    root_id: DERIVED,
    client_key: OWN,
    html: 'rendered again: nobody’s HTML is trusted but our renderer’s',
    renderer: DERIVED,
    hidden_by_ban: MODERATORS,
  },
  comment_revisions: dumped('comment_id revision markdown created_at'),
  comment_upvotes: {
    comment_id: 'a number: pages do not say who',
    user_id: 'private: pages do not say who',
    created_at: TIME,
  },
  comment_reactions: {
    ...dumped('comment_id reaction'),
    user_id: 'private: pages do not say who',
    created_at: TIME,
  },
  upvotes: {
    ...dumped('user_id paper_id created_at'),
    weight: 'private: says whether a moderator limited the user',
    place: 'private: where a user was on the site',
    brings: 'private: where a user was on the site',
    network: 'private: where a user was',
  },
  collections: {
    ...dumped('key owner_id name description updated_at'),
    id: ROW,
    visibility: 'only public ones',
    hidden_at: 'only shown ones',
    created_at: TIME,
  },
  collection_papers: dumped('collection_id paper_id position note added_at'),
  follows: {
    collection_id: 'followers of a public collection are a number',
    ...Object.fromEntries(
      'id user_id topic author organization_id reader_id created_at'
        .split(' ')
        .map((name) => [name, 'private: the follows of a user']),
    ),
  },

  // Not dumped at all.
  sessions: ACCOUNT,
  email_changes: ACCOUNT,
  verification_tokens: ACCOUNT,
  sign_in_codes: ACCOUNT,
  passkeys: ACCOUNT,
  api_tokens: ACCOUNT,
  retired_handles: 'keyed by a secret that a new site does not have',
  excluded_votes: MODERATORS,
  submissions: 'private: drafts, and what waits for a moderator',
  claim_contests: MODERATORS,
  dismissed_patterns: MODERATORS,
  pattern_looks: MODERATORS,
  reports: MODERATORS,
  appeals: MODERATORS,
  organization_requests: MODERATORS,
  organization_removals: 'private: who was removed from an organization',
  organization_invites: 'private: links that let people in',
  groups: 'private: of their members',
  group_members: 'private: of their members',
  group_invites: 'private: links that let people in',
  group_removals: 'private: of their members',
  notifications: OWN,
  notification_settings: OWN,
  paper_watches: OWN,
  saved_searches: OWN,
  saved_search_matches: OWN,
  subscriptions: OWN,
  deliveries: OWN,
  hidden_papers: OWN,
  paper_reads: OWN,
  mutes: OWN,
  tastes: OWN,
  taste_marks: OWN,
  mails: 'private: what is sent to users',
  rate_limits: RUNNING,
  source_states: RUNNING,
  job_runs: RUNNING,
  harvests: RUNNING,
  mirrored_days: RUNNING,
  model_summaries: RUNNING,
  summary_days: RUNNING,
  paper_topics: DERIVED,
  paper_views: 'of this installation: who saw what when; its sum is the exposure',
  place_log: 'of this installation: what stood where in the last weeks',
  exposure_hours: RUNNING,
  view_slots: RUNNING,
  page_changes: RUNNING,
  ranking_state: 'of this installation: the scale of its scores, which the host chooses',
  search_queue: DERIVED,
  search_documents: DERIVED,
  search_vectors: DERIVED,
  search_postings: DERIVED,
  search_terms: DERIVED,
  search_blocks: DERIVED,
  search_words: DERIVED,
  search_authors: DERIVED,
};
