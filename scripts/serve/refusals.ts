import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { env } from '@/lib/base/env';
import { REASONS, type Reason } from '@/lib/base/errors';
import { pagePolicy, STRICTEST_POLICY } from '@/lib/web/content-security-policy.mjs';
import { errorPage } from '@/lib/web/error-page';

const WORDS: Record<number, string> = {
  400: 'This request cannot be understood.',
  403: REASONS.cross_site.words,
  404: REASONS.not_found.words,
  405: 'This page can only be read.',
  408: 'This request took too long.',
  409: 'This page is out of date. Load it again.',
  413: 'This is too large.',
  429: REASONS.rate_limited.words,
  431: 'The headers of this request are too large.',
  503: REASONS.unavailable.words,
};

/** Error codes for clients that read JSON. */
const CODES: Record<number, Reason> = {
  400: 'invalid',
  413: 'too_large',
  429: 'rate_limited',
  500: 'internal',
  503: 'unavailable',
};

/** Responds without Next and closes the connection, since the rest of the body is not read. */
export function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.setHeader('connection', 'close');
  response.setHeader('cache-control', 'no-store');
  response.statusCode = status;
  const code = /^\/(?:api|me)(?:[/?]|$)/.test(response.req.url ?? '') ? CODES[status] : undefined;
  const words = WORDS[status] ?? (code && REASONS[code].words) ?? '';
  response.setHeader('content-type', code ? 'application/json' : 'text/plain; charset=utf-8');
  response.end(code ? JSON.stringify({ error: words, code }) : `${words}\n`);
}

/** The same for somebody who asks for a page: one to read, in a browser. */
export function refusePage(response: ServerResponse, status: number): void {
  const asked = response.req.headers;
  const isBrowser = asked.rsc === undefined && asked.accept?.includes('text/html');
  if (!isBrowser) {
    refuse(response, status);
    return;
  }
  const page = Buffer.from(errorPage(env().SITE_NAME));
  response.setHeader('connection', 'close');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', pagePolicy([]));
  response.setHeader('content-length', page.length);
  response.writeHead(status).end(response.req.method === 'HEAD' ? undefined : page);
}

/** Does the same for input that is not valid HTTP, where only the socket exists. */
export function refuseSocket(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 431
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 408
        : 400;
  const body = `${WORDS[status]}\n`;
  socket.end(
    [
      `HTTP/1.1 ${status} ${status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      'X-Content-Type-Options: nosniff',
      `Content-Security-Policy: ${STRICTEST_POLICY}`,
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
}

/** Destroys a request some time after its response, so that the client can read why. */
export function cutOff(request: IncomingMessage): void {
  setTimeout(() => request.destroy(), 500).unref();
}
