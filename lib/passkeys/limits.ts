/** Characters of a passkey's name. */
export const MAX_NAME = 60;
