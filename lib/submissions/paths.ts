import { LOOK_UP_LIMIT } from './schema';

type Query = {
  /** The pasted text, shown again beside its error. */
  text?: string;
  error?: string;
  /** Seconds until the next attempt. */
  wait?: string;
  /** The submission to show. */
  draft?: string;
  /** Why a picture was refused. */
  picture?: string;
};

/** Returns the address of the submit page in one of its states. */
export function submitPath(query: Query = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value);
  if (filled.length === 0) return '/submit';
  const cut = filled.map(([name, value]) => [name, value.slice(0, LOOK_UP_LIMIT)]);
  return `/submit?${new URLSearchParams(cut)}`;
}

/** The moderators' queue of submissions. */
export const WAITING_PATH = '/moderation/submissions';

/** The fragment of a paper's address that says that it was already here. */
export const ALREADY_HERE = 'already-here';
