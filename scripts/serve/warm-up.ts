import { setTimeout as sleep } from 'node:timers/promises';
import { ADDRESS_HEADER, INTERNAL_HEADER } from '@/lib/web/incoming';
import { askDetached, type Handler } from './detached';

/**
 * Addresses that load the code of the pages visited most. Each is of a page that nobody asks for,
 * because what is rendered here is stored.
 */
const FIRST = ['/papers/trending/100', '/papers/new/100', '/papers/9912.99999', '/search?q=papers'];
/** Milliseconds: a site whose database is slow serves what it can. */
const PATIENCE = 8_000;

/**
 * Has pages rendered before anybody waits for them: under load, a process that has not rendered
 * anything yet answers 503 to those who come first. Failures are left to the visitors.
 */
export async function warmUp(handler: Handler, secret: string): Promise<void> {
  const headers = { host: 'localhost', [ADDRESS_HEADER]: 'unknown', [INTERNAL_HEADER]: secret };
  const asking = (async () => {
    for (const url of FIRST) await askDetached(handler, url, headers).catch(() => {});
  })();
  await Promise.race([asking, sleep(PATIENCE, undefined, { ref: false })]);
}
