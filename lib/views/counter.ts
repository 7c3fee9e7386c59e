import { addViews, countSlots, deleteOldSlots } from '@/db/queries/views';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { clientNetwork } from '@/lib/web/network';
import type { Ceiling } from './ceiling';
import { type Admitted, settleViews } from './settle';
import { createTally, hourOf, type Tally } from './tally';
import type { Seen } from './types';

/** Unsettled views that start a flush before its time. */
const MANY = 10_000;
/** Most unsettled views in memory; further ones are counted under the limit of this instance. */
const MOST = 50_000;

/** Creates the view counter of one instance. Instances on one database share one limit. */
export function createViewCounter(admit: Ceiling) {
  const tally: Tally = createTally();
  let unsettled: Admitted[] = [];
  let flushing: Promise<void> | null = null;
  let cleared = 0;

  /** Counts the papers that a page showed, in memory; nothing is added above the limits. */
  function count(seen: Seen[], address: string, now: number): void {
    const hour = hourOf(now);
    for (const view of admit(clientNetwork(address), seen, now)) {
      if (unsettled.length < MOST) unsettled.push({ ...view, hour });
      else tally.add(view, hour);
    }
    if (unsettled.length >= MANY) void flush();
  }

  /** Stores counted views; those that cannot be stored are kept for the next flush. Never throws. */
  async function flush(): Promise<void> {
    flushing ??= store().finally(() => {
      flushing = null;
    });
    await flushing;
  }

  async function store(): Promise<void> {
    try {
      await clear(hourOf(Date.now()));
      await settle();
      await save();
    } catch (error) {
      log.warn({ code: errorCode(error) }, 'storing views failed, will be retried');
    }
  }

  /** Deletes the shared counters of past hours once an hour. */
  async function clear(hour: number): Promise<void> {
    if (cleared === hour) return;
    await deleteOldSlots(hour);
    cleared = hour;
  }

  async function settle(): Promise<void> {
    const views = unsettled;
    unsettled = [];
    try {
      for (const view of await settleViews(views, countSlots)) tally.add(view, view.hour);
    } catch (error) {
      unsettled = [...views, ...unsettled];
      throw error;
    }
  }

  async function save(): Promise<void> {
    const taken = tally.take();
    if (taken.length === 0) return;
    try {
      await addViews(taken);
    } catch (error) {
      tally.putBack(taken);
      throw error;
    }
  }

  return { count, flush };
}

export type ViewCounter = ReturnType<typeof createViewCounter>;
