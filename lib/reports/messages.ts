import { entryOf } from '@/lib/base/entry-of';
import type { Resolution } from './schema';

const AND = 'and the reports are closed.';
/** Says what a moderator did about reports. */
const RESOLVED: Record<Resolution, string> = {
  nothing: 'The reports are closed. Nothing else was changed.',
  hide_comment: `The comment is hidden, ${AND}`,
  hide_collection: `The collection is hidden, ${AND}`,
  lock_discussion: `The discussion is locked, ${AND}`,
  remove_paper: `The paper is removed, ${AND}`,
  warn_reader: `The user is warned, ${AND}`,
  limit_reader: `The user is limited, ${AND}`,
  ban_reader: `The user is banned, ${AND} All sessions have ended, and votes and comments no longer count.`,
};

/** Returns the message for the outcome in an address (`resolved:ACT`); null for another one. */
export const resolvedWords = (done: string): string | null =>
  entryOf(RESOLVED, done.replace(/^resolved:/, '')) ?? null;
