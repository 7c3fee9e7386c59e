import type http from 'node:http';
import { Server } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** The most milliseconds for connections that have arrived. */
const ARRIVED = 1_000;
/** Milliseconds: in a turn of the event loop that is shorter, hardly any connection arrives. */
const SHORT = 0.2;

/**
 * Stops accepting, lets requests finish, and destroys remaining connections after `limit` ms.
 * Connections are closed at the end of a turn of the event loop only, once what has arrived was
 * read: otherwise a request on its way is reset, and a proxy does not send a vote twice.
 */
export async function closeServer(server: http.Server, limit: number): Promise<void> {
  const release = holdRequests(server);
  await acceptArrived(server);
  // Before the idle connections, unlike server.close(): closing those takes a while.
  const closed = new Promise((done) => Server.prototype.close.call(server, done));
  release();
  // A connection that becomes idle after its last response would be kept alive.
  const sweep = setInterval(async () => {
    await setImmediate();
    server.closeIdleConnections();
  }, 25);
  const cut = setTimeout(() => server.closeAllConnections(), limit);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

/** Holds requests until the returned function is called, which passes them on. */
function holdRequests(server: http.Server): () => void {
  const listeners = server.listeners('request') as http.RequestListener[];
  const held: Parameters<http.RequestListener>[] = [];
  server.removeAllListeners('request');
  server.on('request', (...request: Parameters<http.RequestListener>) => held.push(request));
  return () => {
    server.removeAllListeners('request');
    for (const listener of listeners) server.on('request', listener);
    for (const request of held) server.emit('request', ...request);
  };
}

/**
 * Waits for a short turn of the event loop that brought no connection. A turn accepts one only, so
 * that under load, others always wait, and closing the server resets them.
 */
async function acceptArrived(server: http.Server): Promise<void> {
  let accepted = 0;
  const onConnection = () => accepted++;
  server.on('connection', onConnection);
  const latest = performance.now() + ARRIVED;
  for (let before = -1, since = 0; ; ) {
    const now = performance.now();
    if ((accepted === before && now - since < SHORT) || now > latest) break;
    before = accepted;
    since = performance.now();
    await setImmediate();
  }
  server.off('connection', onConnection);
}
