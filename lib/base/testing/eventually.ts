import { vi } from 'vitest';
import { slowness } from '@/scripts/testing/speed.mjs';

/** Waits until `check` no longer throws; on a slow machine, longer. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 60_000 * slowness(), interval: 10 });
