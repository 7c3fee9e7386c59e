import { getHolderByEmail } from '@/db/queries/accounts';
import type { Arrive } from '@/lib/web/form';
import { takeCodeLimit, takeLimit } from '@/lib/web/rate-limit';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { typedText } from '@/lib/web/typed-text';
import { adapter } from './adapter';
import { forgetAsked, readAsked, redeemCode } from './code';
import { byNetwork, finish, startSession, tooMany } from './finish';

/** Handles the form with a mailed code, in the browser that requested it. */
export async function enterByCode(
  request: Request,
  fields: URLSearchParams,
  arrive: Arrive,
): Promise<Response> {
  const asked = readAsked(request.headers);
  if (!asked) return seeOther('/sign-in?error=CodeExpired');
  const { token, email, from } = asked;
  const isNew = !(await getHolderByEmail(email));
  const limited =
    (await takeLimit('api', byNetwork(request))) ??
    (await takeCodeLimit(email)) ??
    (isNew ? await takeLimit('sign_up', byNetwork(request)) : null);
  if (limited) return tooMany(limited);
  const redeemed = await redeemCode(token, typedText(fields, 'code', 40));
  if (redeemed === 'wrong') return seeOther('/sign-in/check-mail?error=CodeWrong');
  if (redeemed === 'over') {
    return seeOther(withReturn('/sign-in', from, { error: 'CodeExpired' }), [forgetAsked()]);
  }
  const known = await adapter.getUserByEmail(email);
  const { id } = known ?? (await adapter.createUser({ email, emailVerified: null }));
  await adapter.updateUser({ id });
  const outcome = await startSession(request, id, from);
  return finish(request, { ...outcome, cookies: [...outcome.cookies, forgetAsked()] }, arrive);
}
