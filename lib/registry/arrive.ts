import { handleInput } from '@/lib/people/schema';
import { pickHandle } from '@/lib/people/service';
import type { Arrive } from '@/lib/web/form';
import { forgetIntent, readIntent } from '@/lib/web/intent';
import { networkKey } from '@/lib/web/network-key';
import { takeLimit } from '@/lib/web/rate-limit';
import { addressOf } from '@/lib/web/request-headers';
import { withReturn } from '@/lib/web/return-path';
import { revalidating } from '@/lib/web/revalidate';
import type { Viewer } from '@/lib/web/types';
import { callVerb, type Page } from '@/lib/web/verb';
import { findForm } from './find';

/**
 * Redirects a user after signing in: to the choice of a handle if there is none yet, else back,
 * after carrying out the stored intent. `handle` was chosen together with the sign-in.
 */
export const arrive: Arrive = async (request, viewer, { from, handle }) => {
  if (viewer.banned) return { path: from };
  if (viewer.handle) return (await doIntent(request, viewer, from)) ?? { path: from };
  if (!handle) return { path: withReturn('/welcome', from) };
  const parsed = handleInput.safeParse({ handle });
  const picked = parsed.success
    ? await revalidating(() => pickHandle({ viewer }, parsed.data))
    : null;
  if (!picked?.ok) {
    const error = picked?.reason ?? 'invalid';
    return { path: withReturn('/welcome', from, { error, handle: handle.slice(0, 40) }) };
  }
  const member = { ...viewer, handle: picked.data.handle };
  return (await doIntent(request, member, from)) ?? { path: from };
};

/** Carries out the intent stored in this browser for `from`; null if there is none. */
async function doIntent(request: Request, viewer: Viewer, from: string): Promise<Page | null> {
  const intent = readIntent(request.headers, from);
  const [concept = '', name = ''] = intent?.verb.split('/') ?? [];
  const verb = await findForm(concept, name);
  if (!intent || !verb?.intent) return null;
  const cookies = [forgetIntent()];
  const address = addressOf(request.headers);
  const parsed = (verb.fields ?? verb.input).safeParse(Object.fromEntries(intent.fields));
  const limited = verb.limit && (await takeLimit(verb.limit, { viewer, address }));
  if (!parsed.success || limited) return { path: from, cookies };
  const context = { viewer, headers: request.headers, network: networkKey(address) };
  const result = await revalidating(() => callVerb(verb, context, parsed.data));
  if (!result.ok || typeof verb.done === 'string') return { path: from, cookies };
  const page = verb.done(result.data, parsed.data, from);
  return typeof page === 'string'
    ? { path: page, cookies }
    : { path: page.path, cookies: [...cookies, ...(page.cookies ?? [])] };
}
