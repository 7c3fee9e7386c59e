import { headers } from 'next/headers';
import { AppError } from '@/lib/base/errors';
import { addressOf, isSameOrigin } from './request-headers';

/** Returns the client's IP address, from the socket or the trusted proxies. */
export async function requestAddress(): Promise<string> {
  return addressOf(await headers());
}

/** Throws `cross_site` unless the browser says that the request comes from this site. */
export async function requireSameOrigin(): Promise<void> {
  if (!isSameOrigin(await headers())) throw new AppError('cross_site');
}
