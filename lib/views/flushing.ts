import { flushViews } from './service';

/** Milliseconds between two flushes, and so what a killed process can lose. */
const PAUSE = 30_000;

/** Stores counted views from time to time; `stop` does so for the last time. */
export function startFlushing(pause = PAUSE): { stop(): Promise<void> } {
  const timer = setInterval(() => void flushViews(), pause);
  return {
    async stop() {
      clearInterval(timer);
      // What came in after the start of a flush under way needs another one.
      await flushViews();
      await flushViews();
    },
  };
}
