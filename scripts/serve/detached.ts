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

/** Timeout in milliseconds. */
const PATIENCE = 10_000;

/**
 * Calls a handler with a GET that belongs to no client, so that none can abort it, and returns the
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
  // Without a server nothing emits `drain`, and a writer that awaits it would hang.
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
      // As an http server emits it.
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

/** A socket that discards everything. */
const nowhere = (): Socket =>
  new Writable({ write: (_chunk, _encoding, done) => done() }) as unknown as Socket;
