export type Mail = {
  /** One address, as parseEmail writes it. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** ISO time after which the mail is of no use any more. */
  expires?: string;
  /** Where a mail program unsubscribes by one POST (RFC 8058). */
  unsubscribe?: string;
  /** Rather lost than sent twice: nobody waits for it. */
  once?: boolean;
};
