import { createHmac } from 'node:crypto';
import { keyFor, sameSecret } from '@/lib/base/secrets';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
type Purpose = 'confirm' | 'end';

const sign = (purpose: Purpose, id: string): string =>
  createHmac('sha256', keyFor(`${purpose} a subscription`))
    .update(id)
    .digest('base64url');

/** Returns a token that permits anyone with the mail this one action on this one subscription. */
export const subscriptionToken = (purpose: Purpose, id: string): string =>
  `${id}.${sign(purpose, id)}`;

/** Returns the subscription id of a valid token, or null. */
export function readToken(purpose: Purpose, token: string): string | null {
  const [id = '', signature = ''] = token.split('.');
  return ID.test(id) && sameSecret(signature, sign(purpose, id)) ? id : null;
}
