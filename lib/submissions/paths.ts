import { LOOK_UP_LIMIT } from './schema';

type Query = {
  /** What was pasted, to be there again beside what is wrong with it. */
  text?: string;
  error?: string;
  /** Slug of the paper to be confirmed. */
  paper?: string;
  /** Identifier that can be submitted although its source does not answer. */
  wait?: string;
  /** Identifier of a submission that has just been kept. */
  kept?: string;
};

/** The address of the submit page in one of its states. */
export function submitPath(query: Query = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value);
  if (filled.length === 0) return '/submit';
  const cut = filled.map(([name, value]) => [name, value.slice(0, LOOK_UP_LIMIT)]);
  return `/submit?${new URLSearchParams(cut)}`;
}
