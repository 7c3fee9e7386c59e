import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, vi } from 'vitest';
import { forgetEnv } from '@/lib/base/env';

/**
 * Lets a server listen on a free port during the tests of a file or group, without rate limits.
 * Returns a getter of the port.
 */
export function listening(server: Server): () => number {
  beforeAll(async () => {
    vi.stubEnv('RATE_LIMITS', 'off');
    forgetEnv();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    forgetEnv();
    server.close();
    server.closeAllConnections();
  });
  return () => (server.address() as AddressInfo).port;
}
