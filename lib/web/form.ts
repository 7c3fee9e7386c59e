import { AppError, type Refusal, type Result, refuse } from '@/lib/base/errors';
import { refuseByWho } from './access';
import { fieldMessages } from './action';
import { readUpload } from './body';
import { withDeadline } from './deadline';
import { againPage } from './form-again';
import { intentCookie } from './intent';
import { networkKey } from './network-key';
import { takeLimit } from './rate-limit';
import { addressOf, isSameOrigin, refererPath } from './request-headers';
import { seeOther, textResponse } from './response';
import { returnPath, withReturn } from './return-path';
import { revalidating } from './revalidate';
import { loggedRefusal } from './route';
import { contextOf } from './session';
import type { Context, Viewer } from './types';
import type { AnyFormVerb, Page } from './verb';
import { viewerOf } from './viewer';

/** Where a user goes after signing in; carries out the stored intent (lib/registry/arrive). */
export type Arrive = (
  request: Request,
  viewer: Viewer,
  going: { from: string; handle?: string },
) => Promise<Page>;

/**
 * Handles a plain HTML form, which works without JavaScript: same origin → who → limit → input →
 * `run` → `done`. Every outcome leads to a page; a rejected form keeps what was typed.
 */
export async function handleForm(
  verb: AnyFormVerb,
  request: Request,
  arrive: Arrive,
): Promise<Response> {
  try {
    if (!isSameOrigin(request.headers)) throw new AppError('cross_site');
    // The checks have the usual deadline, however long `run` may take.
    const [context, early] = await withDeadline(async () => {
      const network = networkKey(addressOf(request.headers));
      const context = { ...(await contextOf(request)), network };
      return [context, await refuseEarly(verb, context)] as const;
    });
    return await withDeadline(async () => {
      const { fields, files } = await readUpload(request);
      const page = verb.returnsToPage && refererPath(request.headers);
      if (early && !(verb.intent && awaitsSignIn(early))) return refused(verb, fields, early);
      const { lists = [], files: uploads = [] } = verb;
      const sent = {
        ...Object.fromEntries(fields),
        ...Object.fromEntries(lists.map((list) => [list, fields.getAll(list)])),
        ...Object.fromEntries(uploads.map((file) => [file, files.get(file)])),
      };
      const parsed = (verb.fields ?? verb.input).safeParse(sent);
      if (!parsed.success && early) return refused(verb, fields, early);
      if (!parsed.success) {
        return refused(verb, fields, refuse('invalid', { fields: fieldMessages(parsed.error) }));
      }
      if (early) return await keepIntent(verb, fields, { refusal: early, input: parsed.data });
      if (page) fields.set('from', page);
      const result: Result<unknown> = await revalidating(() => verb.run(context, parsed.data));
      if (!result.ok) return refused(verb, fields, result);
      const viewer = verb.completesSignIn ? await viewerOf(request.headers) : null;
      if (!viewer) return finished(verb, fields, { input: parsed.data, output: result.data });
      const { path, cookies } = await arrive(request, viewer, {
        from: returnPath(fields.get('from')),
      });
      return seeOther(path, cookies);
    }, verb.deadline);
  } catch (error) {
    return textResponse(loggedRefusal(verb.name, error));
  }
}

const awaitsSignIn = ({ reason }: Refusal): boolean =>
  reason === 'signed_out' || reason === 'needs_handle';

/** Redirects to sign-in with a cookie that stores the form as an intent. */
async function keepIntent(
  verb: AnyFormVerb,
  fields: URLSearchParams,
  { refusal, input }: { refusal: Refusal; input: unknown },
): Promise<Response> {
  const intent = await verb.intent?.(input, returnPath(fields.get('from')));
  if (!intent) return refused(verb, fields, refusal);
  const sent = [...fields].filter(([name]) => name !== 'from');
  const cookie = intentCookie({ ...intent, verb: verb.name, fields: sent });
  const page = refusal.reason === 'signed_out' ? '/sign-in' : '/welcome';
  return seeOther(withReturn(page, intent.from), cookie ? [cookie] : []);
}

async function refuseEarly(verb: AnyFormVerb, context: Context): Promise<Refusal | null> {
  const { viewer, headers } = context;
  const refusal = refuseByWho(verb.who, viewer);
  if (refusal || !verb.limit) return refusal;
  return takeLimit(verb.limit, { viewer, address: addressOf(headers ?? new Headers()) });
}

function finished(
  { name, done, outcome }: AnyFormVerb,
  fields: URLSearchParams,
  { output, input }: { output: unknown; input: unknown },
): Response {
  if (typeof done === 'string')
    return seeOther(fromPage(fields, { done: outcome?.(input) ?? name }));
  const page = done(output, input, returnPath(fields.get('from')));
  return typeof page === 'string' ? seeOther(page) : seeOther(page.path, page.cookies);
}

function refused(verb: AnyFormVerb, fields: URLSearchParams, refusal: Refusal): Response {
  const { back, done, text, name } = verb;
  const { reason, retryAfter } = refusal;
  if (text) return againPage(`/do/${name}`, text, fields, refusal);
  const typed = fields.get('reason') ?? '';
  const page = (error: Record<string, string>) =>
    back
      ? back(fields, error)
      : typeof done === 'string'
        ? fromPage(fields, { ...error, about: '', reason: typed })
        : returnPath(fields.get('from'));
  if (reason === 'signed_out') return seeOther(withReturn('/sign-in', page({})));
  if (reason === 'sign_in_again') {
    const about = name.split('/')[1] ?? '';
    return seeOther(
      withReturn('/sign-in', page({ about, error: reason }), { error: 'SignInAgain' }),
    );
  }
  if (reason === 'needs_handle') return seeOther(withReturn('/welcome', page({})));
  if (!back && typeof done !== 'string') return textResponse(refusal);
  const { picture } = refusal.fields ?? {};
  return seeOther(
    page({
      about: name.split('/')[1] ?? '',
      error: reason,
      ...(picture && { picture }),
      ...(retryAfter && { wait: String(retryAfter) }),
    }),
  );
}

/** Returns the page of the form, with the outcome. */
function fromPage(fields: URLSearchParams, said: Record<string, string>): string {
  const place = new URL(returnPath(fields.get('from')), 'http://site');
  for (const old of ['done', 'error', 'reason', 'wait', 'picture']) place.searchParams.delete(old);
  for (const [name, text] of Object.entries(said)) {
    // Proxies reject addresses of several thousand characters.
    if (text) place.searchParams.set(name, text.slice(0, 500));
  }
  return place.pathname + place.search + place.hash;
}
