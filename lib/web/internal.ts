import { env } from '@/lib/base/env';
import { sameSecret } from '@/lib/base/secrets';
import { INTERNAL_HEADER } from './incoming';

/**
 * Tells whether the outer server of this process asks, for everybody at once: it has counted the
 * request. A client cannot send the header (lib/web/incoming.ts).
 */
export function isInternal(sent: Pick<Headers, 'get'>): boolean {
  const secret = env().PAPERTIDE_INTERNAL_SECRET;
  const given = sent.get(INTERNAL_HEADER);
  return Boolean(secret && given && sameSecret(given, secret));
}
