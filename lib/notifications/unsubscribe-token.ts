import { createHmac } from 'node:crypto';
import { keyFor, sameSecret } from '@/lib/base/secrets';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sign = (userId: string): string =>
  createHmac('sha256', keyFor('unsubscribe from notifications')).update(userId).digest('base64url');

/** Lets whoever has the mail end mails of notifications to this reader, and do nothing else. */
export const unsubscribeToken = (userId: string): string => `${userId}.${sign(userId)}`;

/** The reader that a token was made for, or null. */
export function readUnsubscribeToken(token: string): string | null {
  const [userId = '', signature = ''] = token.split('.');
  return ID.test(userId) && sameSecret(signature, sign(userId)) ? userId : null;
}
