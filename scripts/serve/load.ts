import { ping } from '@/db/queries/health';

/** Milliseconds between two samples of the event loop, and how many count. */
const SAMPLE = 100;
const SAMPLES = 7;
/** Milliseconds between two probes of the database, and for which the last one counts. */
const PROBE_PAUSE = 250;
const PROBE_COUNTS = 1_000;

/** How busy this process is. */
export type Load = {
  /** Milliseconds that callbacks of the event loop are late at the moment. */
  lag(): number;
  /** Milliseconds that a query waits for a connection at the moment. */
  wait(): number;
};

/**
 * Measures event loop lag as the median of the last 0.7 s, so that one long callback (a garbage
 * collection, a module that loads) does not count, and the wait for the database by a trivial query,
 * sent only while somebody asks for the figure. The timer does not keep the process alive.
 */
export function measureLoad(probe: () => Promise<unknown> = ping): Load & { stop(): void } {
  const lags: number[] = [];
  let due = performance.now() + SAMPLE;
  const timer = setInterval(() => {
    const now = performance.now();
    lags.push(Math.max(0, now - due));
    if (lags.length > SAMPLES) lags.shift();
    due = now + SAMPLE;
  }, SAMPLE);
  timer.unref();

  let since: number | null = null;
  let last = { at: Number.NEGATIVE_INFINITY, took: 0 };
  const ask = () => {
    const started = performance.now();
    since = started;
    const end = (took: number) => {
      since = null;
      last = { at: performance.now(), took };
    };
    probe().then(
      () => end(performance.now() - started),
      // A database that refuses fails requests at once; they need not be kept away from it.
      () => end(0),
    );
  };
  return {
    lag: () => lags.toSorted((a, b) => a - b)[lags.length >> 1] ?? 0,
    wait() {
      const now = performance.now();
      if (since === null && now - last.at > PROBE_PAUSE) ask();
      const pending = since === null ? 0 : now - since;
      return Math.max(pending, now - last.at < PROBE_COUNTS ? last.took : 0);
    },
    stop: () => clearInterval(timer),
  };
}
