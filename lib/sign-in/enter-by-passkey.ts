import { ok, refuse } from '@/lib/base/errors';
import type { Arrive } from '@/lib/web/form';
import { takeLimit } from '@/lib/web/rate-limit';
import { jsonResponse, seeOther } from '@/lib/web/response';
import { returnPath, withReturn } from '@/lib/web/return-path';
import { signedInLately, viewerOf } from '@/lib/web/viewer';
import { byNetwork, finish, startSession, tooMany } from './finish';
import {
  forgetChallenge,
  newPasskeyOptions,
  readJsonField,
  signInOptions,
  verifyPasskey,
} from './passkeys';

/** Handles the form with a passkey's signature. */
export async function enterByPasskey(
  request: Request,
  fields: URLSearchParams,
  arrive: Arrive,
): Promise<Response> {
  const limited = await takeLimit('api', byNetwork(request));
  if (limited) return tooMany(limited);
  const from = returnPath(fields.get('from'));
  const user = await verifyPasskey(request.headers, readJsonField(fields.get('response')));
  if (!user)
    return seeOther(withReturn('/sign-in', from, { error: 'Passkey' }), [forgetChallenge()]);
  const outcome = await startSession(request, user.userId, from);
  return finish(request, { ...outcome, cookies: [...outcome.cookies, forgetChallenge()] }, arrive);
}

/** Responds with the options for a sign-in as JSON, for the script of the button. */
export async function passkeySignInOptions(): Promise<Response> {
  const { options, cookie } = await signInOptions();
  return withCookie(jsonResponse(ok(options)), cookie);
}

/** Responds with the options for another passkey of the viewer, who has signed in recently. */
export async function passkeyAddOptions(request: Request): Promise<Response> {
  const viewer = await viewerOf(request.headers);
  if (!viewer) return jsonResponse(refuse('signed_out'));
  if (viewer.banned) return jsonResponse(refuse('banned'));
  if (!(await signedInLately(request.headers))) return jsonResponse(refuse('sign_in_again'));
  const { options, cookie } = await newPasskeyOptions(viewer);
  return withCookie(jsonResponse(ok(options)), cookie);
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append('set-cookie', cookie);
  return response;
}
