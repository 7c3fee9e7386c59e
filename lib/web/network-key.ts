import { createHmac } from 'node:crypto';
import { keyFor } from '@/lib/base/secrets';
import { neighbourhood } from './network';

/**
 * Returns what is stored of a vote's network: a keyed hash of the /24 or /64. It is equal for votes
 * from one network and does not reveal it. Null if it is not an address.
 */
export function networkKey(address: string): string | null {
  const network = neighbourhood(address);
  if (!network) return null;
  const hash = createHmac('sha256', keyFor('networks of votes')).update(network);
  return hash.digest('base64url').slice(0, 22);
}
