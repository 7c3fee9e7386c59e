import { and, eq, isNull, sql } from 'drizzle-orm';
import type { NotificationKind } from '@/lib/notify/types';
import type { Executor, Transaction } from '../client';
import { notificationSettings, papers, paperWatches } from '../schema';

type Setting = { kind: NotificationKind; onSite: boolean; byMail: boolean };

/** A user's deviations from the defaults. */
export async function listSettings(on: Executor, userId: string): Promise<Setting[]> {
  return on
    .select({
      kind: notificationSettings.kind,
      onSite: notificationSettings.onSite,
      byMail: notificationSettings.byMail,
    })
    .from(notificationSettings)
    .where(eq(notificationSettings.userId, userId));
}

export async function setSettings(
  tx: Transaction,
  userId: string,
  settings: Setting[],
): Promise<void> {
  await tx
    .insert(notificationSettings)
    .values(settings.map((setting) => ({ userId, ...setting })))
    .onConflictDoUpdate({
      target: [notificationSettings.userId, notificationSettings.kind],
      set: { onSite: sql`excluded.on_site`, byMail: sql`excluded.by_mail` },
    });
}

/** Stops emails of these kinds, including pending ones; notifications on the site are unchanged. */
export async function stopMail(
  tx: Transaction,
  userId: string,
  kinds: NotificationKind[],
): Promise<void> {
  await tx.execute(sql`
    insert into notification_settings (user_id, kind, on_site, by_mail)
    select u.id, kind, true, false
    from users u cross join unnest(${sql.param(kinds)}::text[]) kind where u.id = ${userId}::uuid
    on conflict (user_id, kind) do update set by_mail = false`);
  await tx.execute(sql`
    update notifications set mail_pending = false where user_id = ${userId}::uuid and mail_pending`);
}

type Watch = 'follow' | 'usual' | 'mute';

/** Returns false if the paper does not exist. */
export async function setWatch(
  on: Executor,
  userId: string,
  paperId: number,
  watch: Watch,
): Promise<boolean> {
  if (watch === 'usual') {
    const mine = and(eq(paperWatches.userId, userId), eq(paperWatches.paperId, paperId));
    await on.delete(paperWatches).where(mine);
    const [paper] = await on
      .select({ id: papers.id })
      .from(papers)
      .where(and(eq(papers.id, paperId), isNull(papers.removedAt)));
    return paper !== undefined;
  }
  const rows = await on.execute(sql`
    insert into paper_watches (user_id, paper_id, muted)
    select ${userId}::uuid, id, ${watch === 'mute'} from papers
    where id = ${paperId} and removed_at is null
    on conflict (user_id, paper_id) do update set muted = excluded.muted returning 1`);
  return rows.length === 1;
}

/** Returns how a user watches a paper's discussion. */
export async function getWatch(on: Executor, userId: string, paperId: number): Promise<Watch> {
  const [row] = await on
    .select({ muted: paperWatches.muted })
    .from(paperWatches)
    .where(and(eq(paperWatches.userId, userId), eq(paperWatches.paperId, paperId)));
  return row ? (row.muted ? 'mute' : 'follow') : 'usual';
}
