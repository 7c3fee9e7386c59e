import { createHmac } from 'node:crypto';
import { keyFor, sameSecret } from '@/lib/base/secrets';
import { cookieName, setCookie } from './cookies';
import { cookiesOf } from './request-headers';

/** Browsers reject cookies above 4,096 bytes. */
const MAX_LENGTH = 3_500;

/**
 * A cookie that this site signs, that expires after `seconds` and that scripts cannot read. Set it
 * in responses to same-origin POSTs only: it stands for something this browser did.
 */
export function signedCookie<Value extends object>(purpose: string, seconds: number) {
  const name = () => cookieName(purpose);
  const sign = (text: string): string =>
    createHmac('sha256', keyFor(purpose)).update(text).digest('base64url');
  return {
    /** Returns the Set-Cookie header, or null if the value is too large. */
    make(value: Value, now = Date.now()): string | null {
      const text = Buffer.from(JSON.stringify({ ...value, at: now })).toString('base64url');
      const signed = `${text}.${sign(text)}`;
      return signed.length > MAX_LENGTH ? null : setCookie(name(), signed, seconds);
    },
    /** Returns the value that this browser sent, or null if it is missing, forged or expired. */
    read(headers: Pick<Headers, 'get'>, now = Date.now()): Value | null {
      const [text = '', signature = ''] = (cookiesOf(headers)[name()] ?? '').split('.');
      if (!text || !sameSecret(signature, sign(text))) return null;
      const { at, ...value }: Value & { at: number } = JSON.parse(
        Buffer.from(text, 'base64url').toString('utf8'),
      );
      return now - at < seconds * 1000 ? (value as unknown as Value) : null;
    },
    forget: (): string => setCookie(name(), '', 0),
  };
}
