import { env } from '@/lib/base/env';

/**
 * Returns the milliseconds in which a process that was told to stop still accepts connections. A
 * proxy needs some to see that it is not ready.
 */
export function drainTime(): number {
  const { DRAIN_SECONDS, TRUSTED_PROXY_HOPS } = env();
  return (DRAIN_SECONDS ?? (TRUSTED_PROXY_HOPS > 0 ? 5 : 1)) * 1_000;
}
