import type { PublicFile } from '@/lib/web/public-file';
import { getFeedText } from './data';
import { FEED_FORMATS, type FeedFormat, type Source } from './types';
import { MEDIA_TYPES } from './write';

/** A feed runs no script; browsers may load the style sheet that makes it readable. */
const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

export const feedFormat = (name: unknown): FeedFormat | undefined =>
  FEED_FORMATS.find((known) => known === name);

/**
 * Returns a feed as a file; null if there is none. Browsers apply the style sheet to XML of the
 * generic type only, and show feed types as bare text.
 */
export async function feedFile(
  source: Source | null,
  format: unknown,
  { headers }: Request,
  age = 15,
): Promise<PublicFile | null> {
  const known = feedFormat(format);
  const body = source && known ? await getFeedText(source, known) : null;
  if (body === null || !known) return null;
  const shown = known !== 'json' && headers.get('accept')?.includes('text/html');
  return {
    body,
    type: `${shown ? 'application/xml' : MEDIA_TYPES[known]}; charset=utf-8`,
    age,
    headers: { 'content-security-policy': POLICY, vary: 'Accept' },
  };
}
