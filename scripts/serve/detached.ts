import http, {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { captureBody } from '@/lib/web/response-store';
import type { Made } from '@/lib/web/stored/entry';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Milliseconds after which nobody waits for it any more. */
const PATIENCE = 10_000;

/**
 * Calls a handler with a GET that no client has sent, so that none can abort it, and returns the
 * whole response. Rejects if there is none.
 */
export function askDetached(
  handler: Handler,
  url: string,
  headers: IncomingHttpHeaders,
): Promise<Made> {
  const request = new http.IncomingMessage(new Socket());
  Object.assign(request, { method: 'GET', url, headers, httpVersion: '1.1' });
  Object.assign(request, { httpVersionMajor: 1, httpVersionMinor: 1, complete: true });
  request.rawHeaders = Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
  request.push(null);
  const response = new http.ServerResponse(request);
  response.assignSocket(nowhere());
  const chunks = captureBody(response);
  // Nothing says `drain` where there is no server: whoever waits for it would wait forever.
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  response.write = ((...args: unknown[]) => {
    write(...args);
    return true;
  }) as typeof response.write;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => end(new Error('a detached request took too long')), PATIENCE);
    const end = (error?: Error) => {
      clearTimeout(late);
      if (error) response.destroy();
      // As the http server would say it.
      response.emit('close');
      if (error) reject(error);
      else {
        resolve({
          status: response.statusCode,
          headers: response.getHeaders(),
          body: Buffer.concat(chunks()),
        });
      }
    };
    response.once('finish', () => end());
    handler(request, response).catch(end);
  });
}

/** A socket that takes everything. */
const nowhere = (): Socket =>
  new Writable({ write: (_chunk, _encoding, done) => done() }) as unknown as Socket;
