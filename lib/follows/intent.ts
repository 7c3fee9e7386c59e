import type { Intent } from '@/lib/web/intent';
import { findTarget } from './find-target';
import type { FollowInput } from './schema';

/**
 * Returns the target that a visitor wants to follow, for the sign-in page; null if it does not
 * exist.
 */
export async function followIntent(
  input: FollowInput,
  from: string,
): Promise<Omit<Intent, 'verb' | 'fields'> | null> {
  const target = input.following ? await findTarget(input, null) : null;
  return target && { act: 'follow', what: target.label, from };
}
