import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto';
import { authSecret } from '@/lib/base/env';

const keys = new Map<string, Buffer>();

/** Returns a 32-byte key per purpose, so that no use of AUTH_SECRET weakens another. */
export function keyFor(purpose: string): Buffer {
  let key = keys.get(purpose);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', authSecret(), '', `papertide ${purpose}`, 32));
    keys.set(purpose, key);
  }
  return key;
}

/** Returns the SHA-256 of a random token in hex; only this is stored. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Compares two strings in constant time. */
export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return x !== undefined && y !== undefined && timingSafeEqual(x, y);
}
