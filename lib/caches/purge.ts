import { setTimeout as sleep } from 'node:timers/promises';
import { env } from '@/lib/base/env';
import { log } from '@/lib/base/log';
import { fetchLimited } from '@/lib/web/outgoing';
import { purgedPaths } from './purged-paths';

/** In a purge address, stands for the path of a page; without it, everything is purged at once. */
const PATH = '{path}';
/**
 * Milliseconds to a second round: a page that an instance was rendering, or that it served before it
 * heard of the change, may have reached the cache after the first.
 */
const SECOND_ROUND = 3_000;
/** Statuses of caches that have nothing to purge. */
const NOTHING_THERE = new Set([404, 410, 412]);
const AT_ONCE = 8;

class CacheNotPurged extends Error {
  override name = 'cache_not_purged';
}

/**
 * Purges every cache of PURGE_URLS, twice. Throws after all were asked if one of them failed, for
 * the job to be retried.
 */
export async function purgeAll(tags: string[], pause = SECOND_ROUND): Promise<{ purged: number }> {
  const { PURGE_URLS = [], PURGE_TOKEN } = env();
  const paths = PURGE_URLS.some(({ url }) => url.includes(PATH)) ? await purgedPaths(tags) : [];
  const requests = PURGE_URLS.flatMap(({ method, url }) =>
    url.includes(PATH)
      ? paths.map((path) => ({ method, url: url.replaceAll(PATH, path) }))
      : [{ method, url }],
  );
  if (requests.length === 0) return { purged: 0 };
  let failed = 0;
  for (const round of [1, 2]) {
    if (round === 2) await sleep(pause);
    for (let at = 0; at < requests.length; at += AT_ONCE) {
      const sent = requests.slice(at, at + AT_ONCE).map((one) => purge(one, PURGE_TOKEN));
      failed += (await Promise.all(sent)).filter((isDone) => !isDone).length;
    }
  }
  if (failed > 0) throw new CacheNotPurged();
  return { purged: requests.length };
}

async function purge(
  { method, url }: { method: string; url: string },
  token: string | undefined,
): Promise<boolean> {
  try {
    const { status } = await fetchLimited(new URL(url), {
      method,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      // What Cloudflare expects; others ignore it.
      ...(method === 'POST' && { json: { purge_everything: true } }),
    });
    if ((status >= 200 && status < 300) || NOTHING_THERE.has(status)) return true;
    log.warn({ cache: new URL(url).host, status }, 'a cache was not purged');
  } catch (error) {
    log.warn(
      { cache: new URL(url).host, reason: (error as Error).message },
      'a cache was not purged',
    );
  }
  return false;
}
