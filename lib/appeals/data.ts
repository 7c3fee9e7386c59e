import { db } from '@/db/client';
import { listActsAbout, listOpenAppeals } from '@/db/queries/appeals';
import type { LogEntry } from '@/lib/moderation/types';
import { withDeadline } from '@/lib/web/deadline';
import { APPEALABLE, UNDOABLE } from './schema';
import type { OpenAppeal, OwnAct } from './types';

/** Most acts, or appeals, on a page. */
const MOST = 50;

type Row = Omit<Awaited<ReturnType<typeof listActsAbout>>[number], 'words' | 'reply' | 'concerned'>;

const entryOf = (row: Row, reader: string | null): LogEntry => ({
  id: row.id,
  action: row.action,
  reason: row.reason,
  details: row.details,
  at: row.createdAt.toISOString(),
  by: 'a moderator',
  reader,
  named: reader !== null,
  paper:
    row.slug !== null && row.title !== null
      ? { slug: row.slug, title: row.title, removed: row.removed }
      : null,
});

/** Returns moderation acts that concern a user, newest first, or only the given ones. */
export async function listOwnActs(
  reader: { id: string; handle: string },
  entry?: number,
): Promise<OwnAct[]> {
  const rows = await withDeadline(() => listActsAbout(db(), reader.id, { limit: MOST, entry }));
  return rows.map((row) => ({
    entry: entryOf(row, row.concerned ? reader.handle : null),
    appealable: row.concerned && (APPEALABLE as string[]).includes(row.action),
    words: row.words,
    reply: row.reply,
  }));
}

/** Returns the open appeals, oldest first. */
export async function listAppeals(): Promise<OpenAppeal[]> {
  const rows = await withDeadline(() => listOpenAppeals(db(), MOST));
  return rows.map((row) => ({
    entry: entryOf(row, row.handle),
    undoable: (UNDOABLE as string[]).includes(row.action),
    handle: row.handle,
    words: row.words,
    at: row.at.toISOString(),
  }));
}
