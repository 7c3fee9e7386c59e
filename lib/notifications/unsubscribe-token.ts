import { createHmac } from 'node:crypto';
import { keyFor, sameSecret } from '@/lib/base/secrets';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sign = (userId: string): string =>
  createHmac('sha256', keyFor('unsubscribe from notifications')).update(userId).digest('base64url');

/**
 * Returns a token that permits anyone with the mail to turn off this user's mails, and nothing
 * else.
 */
export const unsubscribeToken = (userId: string): string => `${userId}.${sign(userId)}`;

/** Returns the user id of a valid token, or null. */
export function readUnsubscribeToken(token: string): string | null {
  const [userId = '', signature = ''] = token.split('.');
  return ID.test(userId) && sameSecret(signature, sign(userId)) ? userId : null;
}
