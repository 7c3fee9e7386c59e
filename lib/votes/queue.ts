import { type Refusal, type Result, refuse } from '@/lib/base/errors';
import type { UpvoteState } from './types';

export type Outcome = {
  confirmed: (state: UpvoteState) => void;
  refused: (refusal: Refusal) => void;
};

/** What the reader wants of a paper, and the place on Trending where that was said. */
type Wish = { upvoted: boolean; place?: number };

type Options = {
  send: (paperId: number, upvoted: boolean, place?: number) => Promise<Result<UpvoteState>>;
  /** Told what is wanted of a paper each time that changes, and undefined when it is settled. */
  keep?: (paperId: number, upvoted: boolean | undefined) => void;
  /** Milliseconds before the second try. */
  pause?: number;
  /** Milliseconds after which an answer is no longer waited for. */
  patience?: number;
};

/**
 * The reader's votes on their way to the server. One request a paper at a time; what is wanted
 * meanwhile replaces what was wanted before, so the last click wins and the others cost nothing.
 * What did not get through is tried once more; votes set a state, so twice is as good as once.
 */
export function createVoteQueue({ send, keep, pause = 1_000, patience = 8_000 }: Options) {
  const wanted = new Map<number, Wish & { outcome: Outcome }>();
  const listeners = new Set<() => void>();
  const changed = (paperId: number) => {
    keep?.(paperId, wanted.get(paperId)?.upvoted);
    for (const listener of listeners) listener();
  };

  const attempt = async (
    paperId: number,
    { upvoted, place }: Wish,
  ): Promise<Result<UpvoteState>> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, patience);
    });
    try {
      return await Promise.race([send(paperId, upvoted, place), late]);
    } catch {
      return refuse('unavailable', { message: 'The site cannot be reached. Nothing was changed.' });
    } finally {
      clearTimeout(timer);
    }
  };

  const run = async (paperId: number) => {
    for (let failures = 0; ; ) {
      const want = wanted.get(paperId);
      if (!want) return;
      const result = await attempt(paperId, want);
      if (!result.ok && result.reason === 'unavailable' && failures++ === 0) {
        await new Promise((wake) => setTimeout(wake, pause));
        continue;
      }
      const { upvoted, outcome } = wanted.get(paperId) ?? want;
      if (result.ok) {
        failures = 0;
        outcome.confirmed(result.data);
        if (upvoted !== want.upvoted) continue;
      } else {
        outcome.refused(result);
      }
      wanted.delete(paperId);
      changed(paperId);
      return;
    }
  };

  return {
    /** What the reader wants and the server has not confirmed; undefined when nothing is open. */
    wanted: (paperId: number): boolean | undefined => wanted.get(paperId)?.upvoted,

    want(paperId: number, upvoted: boolean, outcome: Outcome, place?: number): void {
      const idle = !wanted.has(paperId);
      wanted.set(paperId, { upvoted, place, outcome });
      changed(paperId);
      if (idle) void run(paperId);
    },

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
