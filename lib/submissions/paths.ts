import { LOOK_UP_LIMIT } from './schema';

type Query = {
  /** What was pasted, to be there again beside what is wrong with it. */
  text?: string;
  error?: string;
  /** Seconds until it may be tried again. */
  wait?: string;
  /** The submission that is shown. */
  draft?: string;
  /** What is wrong with a picture that was not taken. */
  picture?: string;
};

/** The address of the submit page in one of its states. */
export function submitPath(query: Query = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value);
  if (filled.length === 0) return '/submit';
  const cut = filled.map(([name, value]) => [name, value.slice(0, LOOK_UP_LIMIT)]);
  return `/submit?${new URLSearchParams(cut)}`;
}

/** Where moderators find what waits for them. */
export const WAITING_PATH = '/moderation/submissions';

/** The part of a paper's page that says that it was here before it was submitted. */
export const ALREADY_HERE = 'already-here';
