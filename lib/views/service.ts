import { addViews } from '@/db/queries/views';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { clientNetwork } from '@/lib/web/network';
import { type Ceiling, createCeiling } from './ceiling';
import { createTally, hourOf, type Tally } from './tally';
import type { Seen } from './types';

type Counting = { tally: Tally; admit: Ceiling; flushing: Promise<void> | null };

// Next's route and our own server load this module each for itself, and count in one place.
const store = globalThis as typeof globalThis & { papertideViews?: Counting };

const counting = (): Counting => {
  store.papertideViews ??= { tally: createTally(), admit: createCeiling(), flushing: null };
  return store.papertideViews;
};

/** Counts what a page showed, in memory and roughly: beyond the ceilings nothing is added. */
export function countViews(seen: Seen[], address: string, now = Date.now()): void {
  const { tally, admit } = counting();
  for (const one of admit(clientNetwork(address), seen, now)) tally.add(one, hourOf(now));
}

/** Stores what was counted. What cannot be stored now is kept for the next time; never throws. */
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
    log.warn({ code: errorCode(error) }, 'views could not be stored yet');
  }
}
