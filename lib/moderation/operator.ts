import { type Transaction, transaction } from '@/db/client';
import { lockAdmins } from '@/db/queries/bans';
import { publishInvalidation } from '@/db/queries/invalidation';
import { deleteReader } from '@/db/queries/leaving';
import { writeLog } from '@/db/queries/moderation';
import { findReader, type Judged, lockJudged, setRole } from '@/db/queries/moderation-acts';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { collectionTag, commentsTag, organizationTag, readerTag, voterTag } from '@/lib/base/tags';
import { retiredHash } from '@/lib/people/retired';
import type { Role } from '@/lib/web/types';
import type { Why } from './acts';
import { noteAct } from './log-act';
import { ban, unban } from './reader-acts';
import { recountPapers } from './recounting';
import type { HideComments, LogAction, LogDetails } from './types';

/**
 * Commands of `npm run admin`. The operator may do anything, so only the user's existence is
 * checked. The log names the site.
 */

export type OperatorResult = Result<{ handle: string; changed: boolean }>;

/** Runs `work` in one transaction on the locked user of this handle; `not_found` without one. */
export const withReader = (
  handle: string,
  work: (tx: Transaction, reader: Judged) => Promise<boolean>,
): Promise<OperatorResult> =>
  transaction(async (tx) => {
    const found = await findReader(tx, handle);
    const [reader] = found ? await lockJudged(tx, [found.id]) : [];
    if (!reader) return refuse('not_found', { message: `There is no reader called ${handle}.` });
    return ok({ handle: reader.handle ?? handle, changed: await work(tx, reader) });
  });

/** Sets a user's role. */
export const assignRole = (handle: string, role: Role, reason: string): Promise<OperatorResult> =>
  withReader(handle, (tx, reader) => changeRole(tx, reader, role, { actorId: null, reason }));

/** Sets the role of a locked user; returns false if they already have it. */
export async function changeRole(
  tx: Transaction,
  reader: Pick<Judged, 'id' | 'handle' | 'role'>,
  role: Role,
  why: Why,
): Promise<boolean> {
  if (reader.role === role) return false;
  const [action, named]: [LogAction, Role] =
    role === 'member' ? ['revoke_role', reader.role] : ['grant_role', role];
  const details: LogDetails = { role: named };
  await noteAct(tx, { ...why, action, userId: reader.id, details });
  await setRole(tx, reader.id, role);
  if (reader.handle) await publishInvalidation(tx, [readerTag(reader.handle)]);
  return true;
}

/**
 * Returns whether a user is the only administrator who can act: without one, nobody can assign
 * roles.
 */
export async function isLastAdministrator(handle: string): Promise<boolean> {
  return transaction(async (tx) => {
    const found = await findReader(tx, handle);
    const admins = await lockAdmins(tx);
    return admins.length === 1 && admins[0]?.id === found?.id;
  });
}

type Ban = { until: Date | null; reason: string; hide?: HideComments };

/** Bans a user until the given time, or permanently; hides their comments if asked. */
export const banAnybody = (handle: string, { until, reason, hide }: Ban): Promise<OperatorResult> =>
  withReader(handle, async (tx, reader) => {
    return (await ban(tx, reader, { actorId: null, reason, until, hide })) !== null;
  });

export const unbanAnybody = (handle: string, reason: string): Promise<OperatorResult> =>
  withReader(handle, async (tx, reader) => {
    return (await unban(tx, reader, { actorId: null, reason })) !== null;
  });

/** Deletes an account with its votes; its comments stay without a name. */
export const removeReader = (handle: string, reason: string): Promise<OperatorResult> =>
  withReader(handle, async (tx, reader) => {
    const page = reader.handle ? [readerTag(reader.handle)] : [];
    const left = await deleteReader(tx, {
      userId: reader.id,
      handleHash: reader.handle && retiredHash(reader.handle),
      eraseComments: false,
      keepBadges: false,
    });
    const logId = await writeLog(tx, { actorId: null, action: 'delete_reader', reason });
    await recountPapers(tx, left?.touched ?? [], logId);
    await publishInvalidation(tx, [
      ...page,
      voterTag(reader.id),
      ...(left?.responded ?? []).map(commentsTag),
      ...(left?.organizations ?? []).map(organizationTag),
      ...(left?.collections ?? []).map(collectionTag),
    ]);
    return true;
  });
