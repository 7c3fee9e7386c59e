import type http from 'node:http';
import { setImmediate } from 'node:timers/promises';

/** The most milliseconds for connections that have arrived. */
const ARRIVED = 500;

/** Waits until two turns of the event loop have brought no connection; each accepts one only. */
async function acceptArrived(server: http.Server): Promise<void> {
  let quiet = 0;
  const onConnection = () => {
    quiet = 0;
  };
  server.on('connection', onConnection);
  const latest = Date.now() + ARRIVED;
  while (quiet < 2 && Date.now() < latest) {
    quiet++;
    await setImmediate();
  }
  server.off('connection', onConnection);
}

/**
 * Stops accepting, lets requests finish, and destroys remaining connections after `limit` ms.
 * Connections are closed at the end of a turn of the event loop only, once what has arrived was
 * read: otherwise a request on its way is reset, and a proxy does not send a vote twice.
 */
export async function closeServer(server: http.Server, limit: number): Promise<void> {
  await acceptArrived(server);
  const closed = new Promise((done) => server.close(done));
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
