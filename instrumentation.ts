import { PHASE_PRODUCTION_BUILD } from 'next/constants';
import { warmRenderer } from '@/lib/markup/render';

/** Once a process, before the first request: nobody's first comment waits for a thread to load. */
export function register(): void {
  if (process.env.NEXT_PHASE !== PHASE_PRODUCTION_BUILD) warmRenderer();
}
