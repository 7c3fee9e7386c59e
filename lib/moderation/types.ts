/** What the public log tells of; an entry names one of these and is never changed. */
export const LOG_ACTIONS = [
  'exclude_votes',
  'restore_votes',
  'ban_reader',
  'unban_reader',
  'remove_paper',
  'restore_paper',
  'delete_reader',
  'grant_role',
  'revoke_role',
  'verify_claim',
  'change_badges',
] as const;
export type LogAction = (typeof LOG_ACTIONS)[number];

/** Facts to print beside an entry, such as how many votes; never an address or a network. */
export type LogDetails = Record<string, string | number>;
