export type Mail = {
  /** One address, from parseEmail. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** ISO time after which the mail is useless. */
  expires?: string;
  /** The address for one-click unsubscription (RFC 8058). */
  unsubscribe?: string;
  /** At-most-once delivery: no user is waiting for it. */
  once?: boolean;
};
