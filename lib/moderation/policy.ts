import { type Refusal, refuse } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Role, Viewer } from '@/lib/web/types';
import type { LogAction } from './types';

export const isModerator = (viewer: Pick<Viewer, 'role' | 'banned'> | null): boolean =>
  viewer !== null && !viewer.banned && viewer.role !== 'member';

/** Returns why this viewer may not moderate, or null. */
export function refuseModerating(viewer: Viewer | null): Refusal | null {
  const refusal = refuseWriting(viewer);
  if (refusal) return refusal;
  return isModerator(viewer) ? null : refuse('forbidden');
}

/** Returns why this viewer may not assign roles, or null. */
export const refuseAdministering = (viewer: Viewer | null): Refusal | null =>
  refuseModerating(viewer) ?? (viewer?.role === 'admin' ? null : refuse('forbidden'));

/** Nobody moderates themselves, and only administrators moderate moderators and administrators. */
export function refuseJudging(
  viewer: Viewer | null,
  reader: { id: string; role: Role },
): Refusal | null {
  const refusal = refuseModerating(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  if (viewer.id === reader.id) {
    return refuse('forbidden', { message: 'Nobody judges their own account, votes or comments.' });
  }
  if (reader.role !== 'member' && viewer.role !== 'admin') {
    return refuse('forbidden', { message: 'Only an administrator may do this to a moderator.' });
  }
  return null;
}

const ABOUT_ACCOUNTS = new Set<string>([
  'ban_reader',
  'unban_reader',
  'end_ban',
  'grant_role',
  'revoke_role',
  'verify_claim',
  'keep_claim',
  'grant_organization',
] satisfies LogAction[]);

/** Whom the public log names: a site may want fewer than `all`. */
export type LogNames = 'all' | 'readers' | 'moderators' | 'none';

/**
 * Returns whether the public log names the user affected: for a ban, a role or authorship. Never
 * for votes, which may be private and whose voters need not know of each other; nor for comments,
 * whose page no longer shows the name; and a warning or limit is between the user and the
 * moderators.
 */
export const namesReader = (action: string, names: LogNames = 'all'): boolean =>
  (names === 'all' || names === 'readers') && ABOUT_ACCOUNTS.has(action);

/** Returns whether the public log names the moderator. */
export const namesModerator = (names: LogNames): boolean =>
  names === 'all' || names === 'moderators';
