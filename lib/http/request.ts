import { headers } from 'next/headers';
import { AppError } from '@/lib/errors';

/** The header in which our own server puts the client's address; a client cannot send it. */
export const ADDRESS_HEADER = 'x-papertide-address';

/** The client's IP address, as the socket or the trusted proxy hops tell it. */
export async function requestAddress(): Promise<string> {
  return (await headers()).get(ADDRESS_HEADER) ?? 'unknown';
}

/** Throws `cross_site` unless the browser says that the request comes from this very site. */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers();
  const origin = sent.get('origin');
  const same = origin
    ? new URL(origin).host === sent.get('host')
    : sent.get('sec-fetch-site') === 'same-origin';
  if (!same) throw new AppError('cross_site');
}
