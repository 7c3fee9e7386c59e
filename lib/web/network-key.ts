import { createHmac } from 'node:crypto';
import { keyFor } from '@/lib/base/secrets';
import { neighbourhood } from './network';

/**
 * What is stored of where a vote came from: a keyed hash of the /24 or /64, which tells two votes
 * of one network alike and no network to anybody. Null for what is no address.
 */
export function networkKey(address: string): string | null {
  const network = neighbourhood(address);
  if (!network) return null;
  const hash = createHmac('sha256', keyFor('networks of votes')).update(network);
  return hash.digest('base64url').slice(0, 22);
}
