import type { LogEntry } from '@/lib/moderation/types';

/** A moderation act that concerns the viewer. */
export type OwnAct = {
  entry: LogEntry;
  appealable: boolean;
  /** The viewer's appeal; null if there is none yet. */
  words: string | null;
  /** The moderator's reply. */
  reply: string | null;
};

/** An appeal without a reply; the time is ISO 8601. */
export type OpenAppeal = {
  entry: LogEntry;
  undoable: boolean;
  handle: string;
  words: string;
  at: string;
};
