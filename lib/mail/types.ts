export type Mail = {
  /** One address, as parseEmail writes it. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** ISO time after which the mail is of no use any more. */
  expires?: string;
};
