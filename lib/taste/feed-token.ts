import { createHmac } from 'node:crypto';
import { keyFor } from '@/lib/base/secrets';

/**
 * The token of a reader's private feed, made from when the feed was turned on: the reader can be
 * shown it again, the database holds its hash only, and a feed turned on later has another one.
 */
export const feedToken = (userId: string, since: Date): string =>
  createHmac('sha256', keyFor('the feed For you'))
    .update(`${userId} ${since.toISOString()}`)
    .digest('base64url');
