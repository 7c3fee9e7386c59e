import { setTimeout as sleep } from 'node:timers/promises';
import { ADDRESS_HEADER, INTERNAL_HEADER } from '@/lib/web/incoming';
import { askDetached, type Handler } from './detached';

/**
 * Addresses that load the code of the most visited pages, chosen among those rarely requested,
 * because what is rendered here is cached.
 */
const FIRST = ['/papers/trending/100', '/papers/new/100', '/papers/9912.99999', '/search?q=papers'];
/** Timeout in milliseconds, for a site with a slow database. */
const PATIENCE = 8_000;

/**
 * Renders pages before the first request: under load, a cold process returns 503 to its first
 * visitors. Failures are ignored; they will appear in requests.
 */
export async function warmUp(handler: Handler, secret: string): Promise<void> {
  const headers = { host: 'localhost', [ADDRESS_HEADER]: 'unknown', [INTERNAL_HEADER]: secret };
  const asking = (async () => {
    for (const url of FIRST) await askDetached(handler, url, headers).catch(() => {});
  })();
  await Promise.race([asking, sleep(PATIENCE, undefined, { ref: false })]);
}
