import { env } from '@/lib/base/env';

/**
 * Returns the milliseconds during which a stopping process still accepts connections. A proxy needs
 * that time to notice that it is not ready.
 */
export function drainTime(): number {
  const { DRAIN_SECONDS, TRUSTED_PROXY_HOPS } = env();
  return (DRAIN_SECONDS ?? (TRUSTED_PROXY_HOPS > 0 ? 5 : 1)) * 1_000;
}
