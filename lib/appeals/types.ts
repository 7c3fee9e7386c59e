import type { LogEntry } from '@/lib/moderation/types';

/** Something that a moderator did about the reader who looks at it. */
export type OwnAct = {
  entry: LogEntry;
  answerable: boolean;
  /** The reader's answer; null: none so far. */
  words: string | null;
  /** What a moderator said then. */
  reply: string | null;
};

/** An answer that waits; the time is ISO 8601. */
export type OpenAnswer = {
  entry: LogEntry;
  undoable: boolean;
  handle: string;
  words: string;
  at: string;
};
