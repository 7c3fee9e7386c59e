import { flushViews } from './service';

/** Milliseconds between two flushes, which is what a killed process can lose. */
const PAUSE = 30_000;

/** Flushes counted views periodically; `stop` flushes a last time. */
export function startFlushing(pause = PAUSE): { stop(): Promise<void> } {
  const timer = setInterval(() => void flushViews(), pause);
  return {
    async stop() {
      clearInterval(timer);
      // Views that arrived after the start of a running flush need another one.
      await flushViews();
      await flushViews();
    },
  };
}
