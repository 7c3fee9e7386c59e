import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { type Result, refuse } from '@/lib/base/errors';
import { heal, isUpdated } from './heal';
import { NO_ANSWER, RELOADING, UNREACHABLE, UPDATED } from './messages';

/**
 * Calls a server action and never throws. A page that is older than the site's last update cannot
 * call it: the page is reloaded once, and the result says so. `kept`: the caller has kept what was
 * typed, so that it is there after the reload.
 */
export async function callAction<T>(
  call: () => Promise<Result<T>>,
  { kept = false } = {},
): Promise<Result<T>> {
  try {
    return await call();
  } catch (error) {
    const updated = unstable_isUnrecognizedActionError(error) || (await isUpdated());
    if (updated === null) return refuse('unavailable', { message: UNREACHABLE });
    if (!updated) return refuse('unavailable', { message: NO_ANSWER });
    const healed = await heal({ kept });
    return refuse('conflict', { message: healed === 'reloading' ? RELOADING : UPDATED });
  }
}
