import { availableParallelism } from 'node:os';

// Not TypeScript: Vite loads this before its resolver of extensions is set up.

/** Milliseconds that `work` takes on the idle machine the limits were tuned on. */
const REFERENCE = 60;
const VARIABLE = 'PAPERTIDE_SLOWNESS';

/** A fixed amount of typical test work: small objects, text and hashing. */
function work() {
  let hash = 17;
  for (let round = 0; round < 60_000; round += 1) {
    const text = JSON.stringify({ round, name: `paper ${round}`, tags: [round % 7, round % 11] });
    for (let i = 0; i < text.length; i += 1) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  }
  return hash;
}

/**
 * Returns the factor for a measured time in ms: 1 on a machine that is fast enough, at most 10.
 * @type {(took: number) => number}
 */
export const slownessOf = (took) => Math.min(10, Math.max(1, took / REFERENCE));

/**
 * Returns the factor by which test timeouts are scaled: 1 on an idle modern machine, more on a slow
 * or busy one. Measured once; child processes inherit it.
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
 * Returns the number of workers: one per core, at least two, since tests also wait.
 * @type {(cores?: number) => number}
 */
export const testWorkers = (cores = availableParallelism()) => Math.max(2, cores);
