import { keyFor } from '@/lib/base/secrets';
import { createCeiling } from './ceiling';
import { createViewCounter, type ViewCounter } from './counter';
import type { Seen } from './types';

// Shared, because Next's route and our own server each load their own copy of this module.
const store = globalThis as typeof globalThis & { papertideViews?: ViewCounter };

const counter = (): ViewCounter => {
  store.papertideViews ??= createViewCounter(createCeiling({ key: keyFor('view ceilings') }));
  return store.papertideViews;
};

/**
 * Counts the papers that a page showed, approximately and in memory; nothing is added above the
 * limits.
 */
export const countViews = (seen: Seen[], address: string, now = Date.now()): void =>
  counter().count(seen, address, now);

/** Stores counted views. Those that cannot be stored are kept for the next flush; never throws. */
export const flushViews = (): Promise<void> => counter().flush();
