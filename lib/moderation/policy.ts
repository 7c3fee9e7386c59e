import { type Refusal, refuse } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Role, Viewer } from '@/lib/web/types';
import type { LogAction } from './types';

export const isModerator = (viewer: Pick<Viewer, 'role' | 'banned'> | null): boolean =>
  viewer !== null && !viewer.banned && viewer.role !== 'member';

/** Why this viewer may not moderate, or null when they may. */
export function refuseModerating(viewer: Viewer | null): Refusal | null {
  const refusal = refuseWriting(viewer);
  if (refusal) return refusal;
  return isModerator(viewer) ? null : refuse('forbidden');
}

/** Why this viewer may not give and take roles, or null when they may. */
export const refuseAdministering = (viewer: Viewer | null): Refusal | null =>
  refuseModerating(viewer) ?? (viewer?.role === 'admin' ? null : refuse('forbidden'));

/** Nobody judges themselves, and only administrators judge moderators and administrators. */
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

/** Whom the public log names: a site may wish for less than `all`. */
export type LogNames = 'all' | 'readers' | 'moderators' | 'none';

/**
 * Whether the public log names the reader concerned: where it is about a ban, a role or authorship.
 * Never with votes, which may be private, and whose readers need not know of each other, nor with
 * comments, which it would set a name to that the page no longer shows; and a warning or a limit is
 * between the reader and the moderators.
 */
export const namesReader = (action: string, names: LogNames = 'all'): boolean =>
  (names === 'all' || names === 'readers') && ABOUT_ACCOUNTS.has(action);

/** Whether the public log names the moderator. */
export const namesModerator = (names: LogNames): boolean =>
  names === 'all' || names === 'moderators';
