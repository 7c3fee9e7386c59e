import { env } from '@/lib/base/env';
import { sameSecret } from '@/lib/base/secrets';
import { INTERNAL_HEADER } from './incoming';

/**
 * Returns whether the outer server of this process sent the request, for a shared response: it has
 * counted the client's request. A client cannot send the header (lib/web/incoming.ts).
 */
export function isInternal(sent: Pick<Headers, 'get'>): boolean {
  const secret = env().PAPERTIDE_INTERNAL_SECRET;
  const given = sent.get(INTERNAL_HEADER);
  return Boolean(secret && given && sameSecret(given, secret));
}
