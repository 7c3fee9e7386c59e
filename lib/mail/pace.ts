import { setTimeout as sleep } from 'node:timers/promises';
import { takeToken } from '@/db/queries/rate-limits';
import { env } from '@/lib/base/env';

/** Waits until the next mail may be sent; all processes share one rate limit. */
export async function waitForTurn(): Promise<void> {
  for (const window of env().MAIL_RATE) {
    for (;;) {
      const taken = await takeToken(`mail pace ${window.seconds}`, window);
      if (taken.left !== null) break;
      await sleep(Math.ceil(taken.wait * 1000));
    }
  }
}
