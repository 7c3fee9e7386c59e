import { availableParallelism } from 'node:os';

// Not TypeScript: Vite is about to load its configuration without a resolver of endings.

/** Milliseconds that `work` takes on the machine that the limits were set on, when it is quiet. */
const REFERENCE = 60;
const VARIABLE = 'PAPERTIDE_SLOWNESS';

/** A fixed amount of what tests mostly do: small objects, text and hashing by hand. */
function work() {
  let hash = 17;
  for (let round = 0; round < 60_000; round += 1) {
    const text = JSON.stringify({ round, name: `paper ${round}`, tags: [round % 7, round % 11] });
    for (let i = 0; i < text.length; i += 1) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  }
  return hash;
}

/**
 * The factor for a time measured, in ms: 1 on a machine that is fast enough, at most 10.
 * @type {(took: number) => number}
 */
export const slownessOf = (took) => Math.min(10, Math.max(1, took / REFERENCE));

/**
 * By how much the time limits of tests grow: 1 on a quiet machine of today, more on one that is
 * slow or busy. Measured once; processes started from here inherit it.
 * @type {() => number}
 */
export function slowness() {
  const known = Number(process.env[VARIABLE]);
  if (known >= 1) return known;
  work();
  const started = performance.now();
  work();
  const measured = slownessOf(performance.now() - started);
  process.env[VARIABLE] = measured.toFixed(2);
  return measured;
}

/**
 * As many workers as there are cores, at least two: tests also wait.
 * @type {(cores?: number) => number}
 */
export const testWorkers = (cores = availableParallelism()) => Math.max(2, cores);
