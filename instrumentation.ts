import { PHASE_PRODUCTION_BUILD } from 'next/constants';

/** Once a process, before the first request: nobody's first comment waits for a thread to load. */
export async function register(): Promise<void> {
  // Next bundles this file for the Edge runtime, too, which has none of the modules of a thread.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD) return;
  const { warmRenderer } = await import('@/lib/markup/render');
  warmRenderer();
}
