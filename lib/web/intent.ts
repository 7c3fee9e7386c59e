import { createHmac } from 'node:crypto';
import { keyFor, sameSecret } from '@/lib/base/secrets';
import { cookieName, setCookie } from './cookies';
import { cookiesOf } from './request-headers';

/** What a visitor pressed before signing in. It is done by the server once they are signed in. */
export type Intent = {
  /** `concept/verb` */
  verb: string;
  /** The form as it was sent. */
  fields: [name: string, value: string][];
  /** The page that sign-in leads back to: the intent counts only for a sign-in that started there. */
  from: string;
  /** For the sign-in page: "upvote" and the title, as LaTeX. */
  act: string;
  what: string;
};

const SECONDS = 60 * 60;
/** Browsers reject cookies above 4,096 bytes. */
const MAX_LENGTH = 3_500;

const name = () => cookieName('intent');
const sign = (text: string): string =>
  createHmac('sha256', keyFor('intent')).update(text).digest('base64url');

/**
 * Returns the cookie with an intent, valid for one hour; null if it is too large. Only a same-origin
 * POST may set it: the cookie binds the intent to the browser in which it was pressed, so no link
 * can make a victim vote.
 */
export function intentCookie(intent: Intent, now = Date.now()): string | null {
  const text = Buffer.from(JSON.stringify({ ...intent, at: now })).toString('base64url');
  const value = `${text}.${sign(text)}`;
  return value.length > MAX_LENGTH ? null : setCookie(name(), value, SECONDS);
}

/** Returns the intent of this browser for a sign-in that leads back to `from`, or null. */
export function readIntent(
  headers: Pick<Headers, 'get'>,
  from: string,
  now = Date.now(),
): Intent | null {
  const [text = '', signature = ''] = (cookiesOf(headers)[name()] ?? '').split('.');
  if (!text || !sameSecret(signature, sign(text))) return null;
  const { at, ...intent }: Intent & { at: number } = JSON.parse(
    Buffer.from(text, 'base64url').toString('utf8'),
  );
  return now - at < SECONDS * 1000 && intent.from === from ? intent : null;
}

export const forgetIntent = (): string => setCookie(name(), '', 0);
