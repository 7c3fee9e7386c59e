import { createHmac } from 'node:crypto';
import { keyFor } from '@/lib/base/secrets';

/**
 * Returns the token of a user's private feed, derived from when the feed was turned on. So the user
 * can see it again, while the database has only its hash, and a feed turned on later has another
 * one.
 */
export const feedToken = (userId: string, since: Date): string =>
  createHmac('sha256', keyFor('the feed For you'))
    .update(`${userId} ${since.toISOString()}`)
    .digest('base64url');
