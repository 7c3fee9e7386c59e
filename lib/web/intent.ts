import { signedCookie } from './signed-cookie';

/** A form that a visitor sent before signing in. The server carries it out afterwards. */
export type Intent = {
  /** `concept/verb` */
  verb: string;
  /** The form as sent. */
  fields: [name: string, value: string][];
  /**
   * The page that sign-in leads back to: the intent is valid only for a sign-in that started there.
   */
  from: string;
  /** For the sign-in page: "upvote" and the title, as LaTeX. */
  act: string;
  what: string;
};

/** Binds the intent to its browser, so that no link can make a victim vote. */
const cookie = signedCookie<Intent>('intent', 60 * 60);

export const { make: intentCookie, forget: forgetIntent } = cookie;

/** Returns the intent of this browser for a sign-in that leads back to `from`, or null. */
export function readIntent(
  headers: Pick<Headers, 'get'>,
  from: string,
  now = Date.now(),
): Intent | null {
  const intent = cookie.read(headers, now);
  return intent?.from === from ? intent : null;
}
