import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { deleteVerificationTokens } from '@/db/queries/accounts';
import { deleteCodes, insertCode, takeCode, takeTry } from '@/db/queries/sign-in-codes';
import { hashToken, keyFor, sameSecret } from '@/lib/base/secrets';
import { signedCookie } from '@/lib/web/signed-cookie';

/** Seconds for which a mailed code is valid. */
const CODE_SECONDS = 10 * 60;
const MAX_TRIES = 5;
const DIGITS = 6;

/** What the page "Check your mail" shows; `token` binds the code to this browser. */
export type Asked = { token: string; email: string; from: string };

/** Longer than the code is valid, because the page is about the link, too. */
const cookie = signedCookie<Asked>('code', 60 * 60);

export const { read: readAsked, forget: forgetAsked } = cookie;

const codeHash = (token: string, code: string): string =>
  createHmac('sha256', keyFor('sign-in codes')).update(`${token} ${code}`).digest('hex');

/**
 * Creates a code for an address. It works only together with the returned cookie, so anyone who
 * sees the code, or asks for it by phone, cannot use it elsewhere.
 */
export async function makeCode(
  email: string,
  from: string,
): Promise<{ code: string; cookie: string }> {
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(Date.now() + CODE_SECONDS * 1000);
  const hashes = { browserHash: hashToken(token), codeHash: codeHash(token, code) };
  await insertCode({ ...hashes, email, expires });
  return { code, cookie: cookie.make({ token, email, from }) ?? '' };
}

/**
 * Returns the address that the code was mailed to, once; `wrong` while attempts are left, `over`
 * after that, after ten minutes, or in another browser.
 */
export async function redeemCode(
  token: string,
  typed: string,
): Promise<{ email: string } | 'wrong' | 'over'> {
  const browserHash = hashToken(token);
  const waiting = await takeTry(browserHash, MAX_TRIES);
  if (!waiting) return 'over';
  const code = typed.replace(/[\s-]/g, '');
  if (!sameSecret(waiting.codeHash, codeHash(token, code))) {
    return waiting.left > 0 ? 'wrong' : 'over';
  }
  if (!(await takeCode(browserHash))) return 'over';
  const { email } = waiting;
  // The link of the same mail ends with it.
  await deleteCodes(email);
  await deleteVerificationTokens(email);
  return { email };
}
