import { listenForInvalidations } from '@/db/listen';
import { env } from '@/lib/base/env';
import { log } from '@/lib/base/log';
import { forgetRemembered } from '@/lib/base/remembered';
import { INTERNAL_HEADER } from '@/lib/web/incoming';
import { responseStore } from '@/lib/web/response-store';
import { followPageChanges } from './page-changes';

/** Milliseconds over which notifications are batched; an import sends thousands. */
const GATHER = 100;

/**
 * Turns notifications of other processes, and changes of counts, into revalidation through our own loopback route, the only
 * way into Next's cache from outside of a request. Returns a function that stops it.
 */
export function followInvalidations(options: {
  databaseUrl: string;
  /** Our own address, such as http://127.0.0.1:3000. */
  origin: string;
  secret: string;
}): () => Promise<void> {
  let gathered = new Set<string>();
  let everything = false;
  let timer: NodeJS.Timeout | undefined;
  let connectedBefore = false;

  const send = async () => {
    timer = undefined;
    const tags = [...gathered];
    const body = everything || tags.length > 500 ? { everything: true } : { tags };
    gathered = new Set();
    everything = false;
    try {
      await revalidate(body);
      responseStore().clear();
    } catch (error) {
      log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'revalidation failed');
    }
  };
  const revalidate = async (body: object) => {
    const response = await fetch(`${options.origin}/api/internal/revalidate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [INTERNAL_HEADER]: options.secret },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
  };
  const soon = () => {
    timer ??= setTimeout(send, GATHER);
  };

  const stop = listenForInvalidations(options.databaseUrl, {
    onTags(tags) {
      if (tags.length === 0) return;
      forgetRemembered();
      for (const tag of tags) gathered.add(tag);
      soon();
    },
    onConnected() {
      forgetRemembered();
      if (connectedBefore) {
        everything = true;
        soon();
      }
      connectedBefore = true;
    },
  });
  const stopReading = followPageChanges({
    async end({ tags, renewed }) {
      // A standby is read again once it shows these votes.
      if (renewed.length > 0 && env().DATABASE_REPLICA_URLS) forgetRemembered();
      if (renewed.length > 0) await revalidate({ renewed });
      if (tags.length > 0) await revalidate({ tags });
    },
    onGap() {
      everything = true;
      soon();
    },
  });
  return async () => {
    clearTimeout(timer);
    await Promise.all([stop(), stopReading()]);
  };
}
