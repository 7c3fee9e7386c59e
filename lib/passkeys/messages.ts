/** Messages of the account page, by verb, or by verb and code. */
export const PASSKEY_MESSAGES: Record<string, string> = {
  addPasskey: 'Passkey added.',
  renamePasskey: 'Passkey renamed.',
  removePasskey: 'Passkey removed. It can no longer sign in here.',
  'addPasskey invalid': 'The passkey could not be added. Try again.',
  'addPasskey taken': 'This passkey is already in use.',
  'addPasskey conflict': 'You have the maximum number of passkeys. Remove one first.',
  'renamePasskey invalid': 'A name has 1 to 60 characters.',
  'renamePasskey not_found': 'This passkey was removed already.',
  'removePasskey not_found': 'This passkey was removed already.',
  'removePasskey conflict': 'This is your only way to sign in. Add another one first.',
};
