import { env } from '@/lib/base/env';

/** The configured rules of submissions. */
export type Rules = {
  by: 'everybody' | 'moderators';
  accountDays: number;
  mailDomains: string[] | null;
  oldestDays: number | null;
  reviewFirst: number;
};

export function rules(): Rules {
  const settings = env();
  return {
    by: settings.SUBMIT_BY,
    accountDays: settings.SUBMIT_ACCOUNT_DAYS,
    mailDomains: settings.SUBMIT_MAIL_DOMAINS ?? null,
    oldestDays: settings.SUBMIT_OLDEST_DAYS ?? null,
    reviewFirst: settings.SUBMIT_REVIEW_FIRST,
  };
}
