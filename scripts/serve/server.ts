import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { env, siteUrl } from '@/lib/base/env';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { sameSecret } from '@/lib/base/secrets';
import { settleEncoding, settleMarkdown } from '@/lib/web/accept';
import { isActionCall, isForwardedCall } from '@/lib/web/action-call';
import { addressKind } from '@/lib/web/address-kind';
import { declaresTooMuch, watchBody } from '@/lib/web/body-limit';
import { isUnusedDoor } from '@/lib/web/doors';
import { dropFrameworkHeaders } from '@/lib/web/framework-headers';
import { guardResponse } from '@/lib/web/guard';
import { cleanHeaders, INTERNAL_HEADER } from '@/lib/web/incoming';
import { isMalformedHost, isMalformedTarget } from '@/lib/web/malformed';
import { isMethodAllowed } from '@/lib/web/methods';
import { responseStore } from '@/lib/web/response-store';
import { isCostly, isWalked } from '@/lib/web/stored/keys';
import { ActionCalls, holdBody } from './action-calls';
import type { Admission } from './admission';
import type { EarlierAssets } from './assets';
import type { Handler } from './detached';
import { refuseGrown, refuseLarge } from './large-form';
import type { Readiness } from './readiness';
import { refuse, refusePage, refuseSocket } from './refusals';
import { logRequest } from './request-log';
import { COME_LATER, SharedResponses } from './shared';
import { traceRequests } from './traced-requests';

type Options = {
  development: boolean;
  /** Value of INTERNAL_HEADER on our own loopback requests. */
  secret: string;
  /** Ids of the build's server actions, if known. */
  actions?: ReadonlySet<string> | null;
  timeouts?: typeof TIMEOUTS;
  /** Assets of earlier builds, for pages that are still open or cached elsewhere. */
  assets?: EarlierAssets | null;
  readiness?: Readiness | null;
  /** Refuses expensive requests under load; all are admitted without it. */
  admission?: Admission | null;
  /** API reads that bypass Next, in compiled programs. */
  api?: ConstructorParameters<typeof SharedResponses>[0]['api'];
  /** Returns the route of an address, for traces. */
  routeOf?: (url: string) => string;
};

/** Milliseconds. */
export const TIMEOUTS = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  // How often Node checks for requests that exceed the two timeouts above.
  connectionsCheckingInterval: 5_000,
  // Longer than common proxies' timeouts, so that none sends into a closing connection.
  keepAliveTimeout: 75_000,
};

/** Creates the http server in front of Next, which sanitizes requests and secures responses. */
export function createSiteServer(handler: Handler, options: Options): http.Server {
  const { development, secret, actions = null, timeouts = TIMEOUTS } = options;
  const { assets = null, readiness = null, api = null, admission = null } = options;
  const { routeOf = addressKind } = options;
  const { SITE_NAME, SITE_URL, TRUSTED_PROXY_HOPS } = env();
  const site = { hops: TRUSTED_PROXY_HOPS, url: SITE_URL };
  const guard = { name: SITE_NAME, https: siteUrl().startsWith('https:'), development };
  const shared = new SharedResponses({
    handler,
    secret,
    store: responseStore(),
    api,
    admission,
  });
  const calls = new ActionCalls(actions);

  return http
    .createServer(
      {
        ...timeouts,
        maxHeaderSize: 16 * 1024,
      },
      traceRequests((request, response) => {
        response.on('error', () => {});
        logRequest(request, response);
        if (readiness?.answer(request, response)) return;
        if (!development && shared.repeat(request, response)) return;
        guardResponse(request, response, guard);
        const { url = '' } = request;
        if (isMalformedTarget(url) || isMalformedHost(request)) return refuse(response, 400);
        if (!development && isUnusedDoor(url)) return refuse(response, 404);
        if (!isMethodAllowed(request)) {
          response.setHeader('allow', 'GET, HEAD');
          return refuse(response, 405);
        }
        if (assets?.answer(request, response)) return;
        if (declaresTooMuch(request)) return void refuseLarge(request, response);
        if (isForwardedCall(request)) return refuse(response, 400);
        const whenWhole = isActionCall(request) ? holdBody(request) : null;
        watchBody(request, () => refuseGrown(request, response));
        const sent = request.headers[INTERNAL_HEADER];
        const internal = typeof sent === 'string' && sameSecret(sent, secret);
        cleanHeaders(request.headers, request.socket.remoteAddress, site);
        dropFrameworkHeaders(request.headers, development);
        if (internal) request.headers[INTERNAL_HEADER] = secret;
        settleMarkdown(request.headers);
        if (!development) {
          if (!internal && shared.answer(request, response)) return;
          // A page rendered now is sent in the encoding that Next chooses.
          settleEncoding(request.headers);
        }
        const answer = async () => {
          const isAdmitted = internal || (admission?.enter(request, response) ?? true);
          if (isAdmitted) await handOver(handler, request, response);
          else refuseBusy(request, response);
        };
        if (whenWhole) return calls.admit(request, response, whenWhole, answer);
        // Without this header, Next treats it as a plain request on every path.
        delete request.headers['next-action'];
        if (development || internal) return answer();
        if (isWalked(request)) return shared.queue(request, response, answer);
        if (!isCostly(request)) return answer();
        shared.admit(request, response, answer).catch(() => refuse(response, 503));
      }, routeOf),
    )
    .on('clientError', refuseSocket);
}

async function handOver(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await handler(request, response);
  } catch (error) {
    log.error({ code: errorCode(error) ?? String((error as Error)?.name) }, 'unanswered');
    if (response.headersSent) response.destroy();
    else refuse(response, 500);
  }
}

function refuseBusy(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('retry-after', COME_LATER);
  if (request.method === 'GET' || request.method === 'HEAD') refusePage(response, 503);
  else refuse(response, 503);
}

/** Closes upgraded connections (the development server's web sockets) along with the server. */
export function endUpgraded(server: http.Server): () => void {
  const upgraded = new Set<Socket>();
  server.prependListener('upgrade', (_request, socket: Socket) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
  });
  return () => {
    for (const socket of upgraded) socket.destroy();
  };
}
