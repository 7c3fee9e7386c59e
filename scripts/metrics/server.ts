import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from '@/lib/base/env';
import { log } from '@/lib/base/log';
import { sameSecret } from '@/lib/base/secrets';
import { type Metrics, startMeasuring } from './registry';

export type MetricsServer = { port: number; stop(): Promise<void> };

/**
 * Serves `/metrics` on METRICS_PORT; null if it is not set, or not free, which is logged: a site must
 * not go down because of its metrics.
 */
export async function serveMetrics(): Promise<MetricsServer | null> {
  const { METRICS_PORT, METRICS_HOST, METRICS_TOKEN } = env();
  if (METRICS_PORT === undefined) return null;
  const metrics = await startMeasuring();
  const server = http.createServer((request, response) => {
    answer(request, response, { metrics, token: METRICS_TOKEN }).catch(() => response.destroy());
  });
  try {
    await new Promise<void>((listening, failed) => {
      server.once('error', failed).listen(METRICS_PORT, METRICS_HOST, listening);
    });
  } catch (error) {
    log.error({ port: METRICS_PORT, code: (error as NodeJS.ErrnoException).code }, 'no metrics');
    return null;
  }
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answer(
  { method, url = '', headers }: http.IncomingMessage,
  response: http.ServerResponse,
  { metrics, token }: { metrics: Metrics; token: string | undefined },
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  if (url.split('?', 1)[0] !== '/metrics' || method !== 'GET') {
    response.writeHead(404).end();
    return;
  }
  if (token && !sameSecret(headers.authorization ?? '', `Bearer ${token}`)) {
    response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    return;
  }
  const text = await metrics.scrape();
  response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
}
