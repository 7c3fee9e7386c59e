import { type Refusal, type Result, refuse } from '@/lib/base/errors';
import { UNREACHABLE } from '@/lib/web/updates/messages';
import type { UpvoteState } from './types';

export type Outcome = {
  confirmed: (state: UpvoteState) => void;
  refused: (refusal: Refusal) => void;
};

/** The wanted state of a paper, and the place on Trending or New where it was clicked. */
type Wish = { upvoted: boolean; place?: number };

type Options = {
  send: (paperId: number, upvoted: boolean, place?: number) => Promise<Result<UpvoteState>>;
  /**
   * Called with the wanted state of a paper on each change, and with undefined when it is confirmed
   * or refused.
   */
  keep?: (paperId: number, upvoted: boolean | undefined) => void;
  /** Milliseconds before the retry. */
  pause?: number;
  /** Timeout of a request, in milliseconds. */
  patience?: number;
};

/**
 * Creates the queue of the viewer's votes. Sends one request per paper at a time; meanwhile a new
 * state replaces the waiting one, so the last click wins and the others cost nothing. Retries a
 * failed request once, which is safe because setting a state is idempotent.
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
      return refuse('unavailable', { message: UNREACHABLE });
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
    /** Returns the unconfirmed wanted state; undefined if there is none. */
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
