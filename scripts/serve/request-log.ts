import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/base/log';
import { requestDone } from '@/lib/base/measures';

/** Frequent requests, logged only if they fail. */
const QUIET = /^\/(livez|readyz|_next\/static\/|api\/internal\/|api\/views$)/;

/** As nginx calls it. */
const CLIENT_LEFT = 499;

/** Measures a request, and logs one line about it, without query or headers, which may contain tokens or addresses. */
export function logRequest(request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  response.once('close', () => {
    const { statusCode: status } = response;
    const ms = performance.now() - started;
    const pageCache = response.getHeader('x-nextjs-cache')?.toString();
    requestDone.publish({
      url: path,
      status: response.writableFinished ? status : CLIENT_LEFT,
      seconds: ms / 1000,
      pageCache,
    });
    const line = {
      method: request.method,
      path,
      status,
      ms: Math.round(ms * 10) / 10,
      ...(response.writableFinished ? {} : { aborted: true }),
    };
    // 503 is how an instance that starts or stops reports that it is not ready.
    const failed = status >= 500 && path !== '/readyz';
    if (failed) log.error(line, 'request');
    else if (QUIET.test(path)) log.debug(line, 'request');
    else log.info(line, 'request');
  });
}
