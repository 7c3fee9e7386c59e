/** The facts that a message needs. */
export type Event = {
  /** `@handle`, or a placeholder for a deleted account. */
  actor: string;
  /** A word specific to the kind; null if it has none. */
  detail: string | null;
};

type Kind = {
  /** Label in the settings. */
  label: string;
  /** A sentence without its full stop; a paper's title may follow after "on". */
  says: (event: Event) => string;
  /** The default settings. Mail is opt-in. */
  onSite: boolean;
  byMail: boolean;
  /** Banned users are notified, too. */
  evenBanned?: boolean;
  /** For moderators and administrators only (desk.ts). */
  staffOnly?: boolean;
};

const kind = (
  label: string,
  says: Kind['says'],
  more: Partial<Pick<Kind, 'evenBanned' | 'staffOnly'>> = {},
): Kind => ({ label, says, onSite: true, byMail: false, ...more });

/** The kinds of notifications, in the order of the settings. A new kind is one entry here. */
export const KINDS = {
  reply: kind('Replies to your comments', ({ actor }) => `${actor} replied to you`),
  mention: kind('Comments that mention you', ({ actor }) => `${actor} mentioned you`),
  paper_comment: kind(
    'Comments on papers that are yours, that you submitted or follow',
    ({ actor }) => `${actor} commented`,
  ),
  settled: kind(
    'Questions and possible errors of yours that are settled',
    ({ actor }) => `${actor} settled your thread`,
  ),
  moderation: kind(
    'What moderators do about you or what you wrote',
    ({ detail }) => ACTS[detail ?? ''] ?? 'A moderator acted on something of yours',
    { evenBanned: true },
  ),
  desk: kind(
    'Reports, claims, appeals, submissions and requests that wait for a moderator',
    ({ detail }) => QUEUES[detail ?? ''] ?? 'Something new waits for a moderator',
    { staffOnly: true },
  ),
} as const satisfies Record<string, Kind>;

/** By queue; plural, because one line covers everything since it was read. */
const QUEUES: Record<string, string> = {
  reports: 'New reports wait for a moderator',
  claims: 'New claims to be an author wait for a moderator',
  appeals: 'New appeals wait for a reply',
  submissions: 'New submissions wait for a moderator',
  organizations: 'New requests to manage an organization wait for a moderator',
};

/** By the action of the log entry, for the user affected. */
const ACTS: Record<string, string> = {
  hide_comment: 'A moderator hid your comment',
  restore_comment: 'A moderator showed your comment again',
  hide_collection: 'A moderator hid a collection of yours',
  restore_collection: 'A moderator showed a collection of yours again',
  reply_to_appeal: 'A moderator replied to your appeal',
  warn_reader: 'A moderator warns you',
  limit_reader: 'A moderator lets you write as little as a new account for a time',
  unlimit_reader: 'A moderator took the limit of what you may write back',
  ban_reader: 'A moderator banned you',
  end_ban: 'The time of your ban is over',
  exclude_votes: 'A moderator took votes of yours out of the count',
  restore_votes: 'A moderator counts votes of yours again',
  grant_role: 'An administrator gave you a role',
  revoke_role: 'An administrator took a role from you',
  merge_papers: 'A moderator made a paper that you submitted a part of another one',
  unban_reader: 'A moderator lifted your ban',
  remove_paper: 'A moderator removed a paper that you submitted',
  restore_paper: 'A moderator put back a paper that you submitted',
  verify_claim: 'You are confirmed as an author',
  refuse_claim: 'The moderators refused your claim to be an author',
  release_claim: 'Your claim to be an author was taken back',
  contest_upheld: 'The moderators took back the claim that you contested',
  contest_kept: 'The moderators keep the author whom you contested',
  revert_correction: 'A moderator undid your correction',
  approve_submission: 'A moderator approved your submission',
  refuse_submission: 'A moderator refused your submission',
  grant_organization: 'You may manage the organization that you asked for',
  refuse_organization: 'The moderators refused your request to manage an organization',
};
