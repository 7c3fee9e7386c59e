/** Messages of the account page, by verb, or by verb and code. */
export const ACCOUNT_MESSAGES: Record<string, string> = {
  requestEmailChange: 'We mailed a link to the new address.',
  cancelEmailChange: 'Your address stays the same.',
  disconnectAccount: 'Disconnected.',
  connect: 'Connected.',
  'disconnectAccount conflict': 'This is your only way to sign in. Add another one first.',
  'disconnectAccount not_found': 'This account is not connected.',
  'connect taken': 'That account already signs in another user here. Accounts are never merged.',
  'connect address': 'Confirm an e-mail address before you connect an account.',
  'connect banned': 'This account can only read.',
  'connect stranger': 'Your session changed on the way. Try again.',
  'connect provider': 'The provider did not confirm who you are. Nothing was connected.',
};

export const EMAIL_PROBLEMS: Record<string, string> = {
  invalid: 'Enter one e-mail address, like name@example.org.',
  conflict: 'This is your address already.',
};

/** Messages of the sessions page. */
export const SESSION_MESSAGES: Record<string, string> = {
  endSession: 'That session has ended.',
  endSessions: 'All other sessions have ended.',
  endSessionsAndTokens: 'All other sessions and your API tokens have ended.',
  'endSession not_found': 'That session has already ended.',
};
