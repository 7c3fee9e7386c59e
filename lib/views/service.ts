import { addViews } from '@/db/queries/views';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { clientNetwork } from '@/lib/web/network';
import { type Ceiling, createCeiling } from './ceiling';
import { createTally, hourOf, type Tally } from './tally';
import type { Seen } from './types';

type Counting = { tally: Tally; admit: Ceiling; flushing: Promise<void> | null };

// Shared, because Next's route and our own server each load their own copy of this module.
const store = globalThis as typeof globalThis & { papertideViews?: Counting };

const counting = (): Counting => {
  store.papertideViews ??= { tally: createTally(), admit: createCeiling(), flushing: null };
  return store.papertideViews;
};

/**
 * Counts the papers that a page showed, approximately and in memory; nothing is added above the
 * limits.
 */
export function countViews(seen: Seen[], address: string, now = Date.now()): void {
  const { tally, admit } = counting();
  for (const one of admit(clientNetwork(address), seen, now)) tally.add(one, hourOf(now));
}

/** Stores counted views. Those that cannot be stored are kept for the next flush; never throws. */
export async function flushViews(): Promise<void> {
  const state = counting();
  if (state.flushing) return state.flushing;
  state.flushing = storeAll(state.tally);
  await state.flushing;
  state.flushing = null;
}

async function storeAll(tally: Tally): Promise<void> {
  const taken = tally.take();
  if (taken.length === 0) return;
  try {
    await addViews(taken);
  } catch (error) {
    tally.putBack(taken);
    log.warn({ code: errorCode(error) }, 'storing views failed, will be retried');
  }
}
