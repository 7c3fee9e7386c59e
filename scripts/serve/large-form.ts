import type { IncomingMessage, ServerResponse } from 'node:http';
import { fieldsOf, type KeptFields, keepEnds } from '@/lib/web/form-ends';
import { takesForms } from '@/lib/web/methods';
import { plainPage } from '@/lib/web/plain-page';
import { isSameOrigin, refererPath } from '@/lib/web/request-headers';
import { cutOff, refuse } from './refusals';

/** Bytes read of an oversized form, so that its browser gets to read the response. */
const MAX_DRAINED = 32 * 1024 * 1024;
const FORM = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i;
const PROGRAMS = /^\/(?:api|me)(?:[/?]|$)/;

const headersOf = ({ headers }: IncomingMessage) => ({
  get: (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  },
});

/** Whether a request is a form from a browser, whose response is shown to a user. */
export const isForm = ({ method, url = '', headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  takesForms(url) &&
  !PROGRAMS.test(url) &&
  FORM.test(headers['content-type'] ?? '');

/** Refuses a request whose declared length is too large: a form with a page, others at once. */
export async function refuseLarge(request: IncomingMessage, response: ServerResponse) {
  if (!isForm(request) || Number(request.headers['content-length']) > MAX_DRAINED) {
    sayTooLarge(request, response, null);
    return;
  }
  const ends = keepEnds();
  try {
    for await (const chunk of request) ends.add(chunk as Buffer);
  } catch {
    // The client disconnected.
    response.destroy();
    return;
  }
  sayTooLarge(request, response, await fieldsOf(request.headers['content-type'] ?? '', ends));
}

/** Refuses a body of undeclared length that has grown too large, and ends the request. */
export function refuseGrown(request: IncomingMessage, response: ServerResponse): void {
  sayTooLarge(request, response, null);
  cutOff(request);
}

function sayTooLarge(
  request: IncomingMessage,
  response: ServerResponse,
  kept: KeptFields | null,
): void {
  if (!isForm(request)) {
    refuse(response, 413);
    return;
  }
  if (response.headersSent) return;
  // Never return another site's form, as if it had been typed here.
  const page = tooLargePage(request, isSameOrigin(headersOf(request)) ? kept : null);
  for (const [name, value] of page.headers) response.setHeader(name, value);
  if (!kept) response.setHeader('connection', 'close');
  response.statusCode = page.status;
  void page.text().then((html) => response.end(html));
}

function tooLargePage(request: IncomingMessage, kept: KeptFields | null): Response {
  const { url = '' } = request;
  const back = { href: refererPath(headersOf(request)) ?? '/', text: 'Back to the page' };
  if (!kept || kept.fields.length === 0) {
    return plainPage({
      title: 'This is too large',
      text: 'A form can hold at most 1 MB, including its picture. Go back to shorten it or choose a smaller picture.',
      link: back,
      status: 413,
    });
  }
  const { fields, file } = kept;
  return plainPage({
    title: file ? 'The picture is too large' : 'This is too large',
    text: file
      ? 'A picture can have at most 1 MB. What you typed is kept: choose a smaller picture, or send it without one.'
      : 'A form can hold at most 1 MB. The short fields are kept; the longest text is not.',
    link: back,
    status: 413,
    form: {
      action: url,
      hidden: fields,
      ...(file && { file: { name: file, label: 'A smaller picture' } }),
    },
  });
}
