import { type Refusal, refuse } from '@/lib/base/errors';
import { isModerator } from '@/lib/moderation/policy';
import { refuseWriting } from '@/lib/web/policy';
import type { Viewer } from '@/lib/web/types';
import type { Rules } from './rules';

const DAY = 86_400_000;

/**
 * Returns a refusal that says how to proceed if this viewer may not submit papers here, or null.
 * `mailDomain` is that of the confirmed address.
 */
export function refuseSubmitting(
  viewer: Viewer | null,
  mailDomain: string | null,
  rules: Rules,
  now = Date.now(),
): Refusal | null {
  const refusal = refuseWriting(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  if (isModerator(viewer)) return null;
  if (rules.by === 'moderators') {
    return refuse('forbidden', {
      message:
        'Papers are submitted by moderators here. You can upvote and discuss what is on the feeds, and find what is not by search: an upvote puts it there.',
    });
  }
  const oldEnough = viewer.createdAt.getTime() + rules.accountDays * DAY;
  if (oldEnough > now) {
    const day = new Date(oldEnough).toISOString().slice(0, 10);
    return refuse('forbidden', {
      message: `Accounts submit papers when they are ${days(rules.accountDays)} old: yours from ${day} on. Until then you can upvote and discuss.`,
    });
  }
  if (rules.mailDomains && !rules.mailDomains.some((domain) => isWithin(mailDomain, domain))) {
    return refuse('forbidden', {
      message: `Papers are submitted by readers with a mail address at ${rules.mailDomains.join(' or ')}. Sign in with one, or ask a colleague who has one.`,
    });
  }
  return null;
}

const isWithin = (domain: string | null, of: string): boolean =>
  domain === of || (domain?.endsWith(`.${of}`) ?? false);

const days = (count: number): string => (count === 1 ? 'a day' : `${count} days`);

/** Returns why a paper of this day is refused, or null. */
export function refuseAge(
  viewer: Viewer,
  publishedAt: Date,
  { oldestDays }: Rules,
  now = Date.now(),
): Refusal | null {
  if (oldestDays === null || isModerator(viewer)) return null;
  if (now - publishedAt.getTime() <= (oldestDays + 1) * DAY) return null;
  return refuse('too_old', {
    message: `Papers are submitted here when they are ${days(oldestDays)} old at the most, and this one is older. If it is here by search, an upvote puts it on the feeds.`,
  });
}

/**
 * Returns whether a submission waits for a moderator, like a user's first ones, as many as the
 * rules say.
 */
export const waitsForReview = (viewer: Viewer, taken: number, { reviewFirst }: Rules): boolean =>
  !isModerator(viewer) && taken < reviewFirst;
