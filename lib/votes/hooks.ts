'use client';

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Refusal } from '@/lib/base/errors';
import { askAgain } from '@/lib/web/ask-again';
import { hasHint } from '@/lib/web/hint';
import { useHint } from '@/lib/web/hooks';
import { callAction } from '@/lib/web/updates/call-action';
import { RELOADING } from '@/lib/web/updates/messages';
import { upvoteAction } from './actions';
import { dropWishes, keepWish, keptWish } from './outbox';
import { createOverlayLoader, newer } from './overlay';
import { createVoteQueue } from './queue';
import type { OverlayResponse, PaperOverlay } from './types';

const votes = createVoteQueue({
  keep: keepWish,
  async send(paperId, upvoted, place) {
    const result = await callAction(() => upvoteAction({ paperId, upvoted, place }));
    // The vote is kept, and sent by the page that comes.
    if (!result.ok && result.message === RELOADING) return new Promise(() => {});
    return result;
  },
});

const loadOverlay = createOverlayLoader(async (ids): Promise<OverlayResponse> => {
  const response = await fetch(`/me/papers?ids=${ids}`, { cache: 'no-store' });
  if (response.status === 401)
    return { upvoted: [], counts: {}, marks: {}, saved: [], read: [], asOf: '' };
  if (!response.ok) throw new Error(`/me/papers answered ${response.status}`);
  return response.json();
});

const overlayKey = (paperId: number) => ['paper', paperId];
const held = (client: QueryClient, paperId: number) =>
  client.getQueryData<PaperOverlay | null>(overlayKey(paperId));

/**
 * Returns the viewer's overlay of a paper: their own upvote and live counts. Batches all papers of
 * a page into one request, and sends none for visitors who are not signed in.
 */
export function usePaperOverlay(paperId: number): PaperOverlay | null {
  const client = useQueryClient();
  const hint = useHint();
  const { data } = useQuery({
    queryKey: overlayKey(paperId),
    queryFn: async () => {
      const come = await loadOverlay(paperId);
      // Read at this point, because a vote may have been confirmed during the request.
      return newer(held(client, paperId), come);
    },
    enabled: hint,
    staleTime: 10_000,
  });
  return (hint && data) || null;
}

/** Shows everywhere on this page whether a paper is in a collection of the viewer. */
export const showSaved = (client: QueryClient, paperId: number, saved: boolean) =>
  client.setQueryData<PaperOverlay | null>(
    overlayKey(paperId),
    (before) => before && { ...before, saved },
  );

/**
 * Does so after the server's response, and refetches the overlay: a response in flight at the time
 * of the click has the previous state.
 */
export const confirmSaved = (client: QueryClient, paperId: number, saved: boolean) => {
  showSaved(client, paperId, saved);
  void askAgain(client, overlayKey(paperId));
};

/** Shows everywhere on this page whether the viewer has read a paper. */
export const showRead = (client: QueryClient, paperId: number, read: boolean) =>
  client.setQueryData<PaperOverlay | null>(
    overlayKey(paperId),
    (before) => before && { ...before, read },
  );

/** Does so after the server's response, and refetches the overlay. */
export const confirmRead = (client: QueryClient, paperId: number, read: boolean) => {
  showRead(client, paperId, read);
  void askAgain(client, overlayKey(paperId));
};

/**
 * Returns a paper's upvotes for this viewer, and a function to vote. Shows the wanted state at
 * once; if it is refused, calls `refused` with the reason and shows the server's last state.
 */
export function useUpvote(
  paper: { id: number; upvotes: number; place?: number },
  refused: (refusal: Refusal) => void,
) {
  const client = useQueryClient();
  const overlay = usePaperOverlay(paper.id);
  const wanted = useSyncExternalStore(
    votes.subscribe,
    () => votes.wanted(paper.id),
    () => undefined,
  );
  const known = overlay ?? { upvoted: false, upvotes: paper.upvotes };
  const upvoted = wanted ?? known.upvoted;

  const setUpvoted = (upvoted: boolean) =>
    votes.want(
      paper.id,
      upvoted,
      {
        confirmed: (state) =>
          client.setQueryData<PaperOverlay | null>(overlayKey(paper.id), (before) =>
            newer(before, { ...before, ...state }),
          ),
        refused,
      },
      paper.place,
    );

  const resume = useEffectEvent(() => {
    if (!hasHint()) return dropWishes();
    const wish = keptWish(paper.id);
    if (wish !== undefined && votes.wanted(paper.id) === undefined) setUpvoted(wish);
  });
  useEffect(() => resume(), []);

  return {
    upvoted,
    upvotes: known.upvotes + Number(upvoted) - Number(known.upvoted),
    setUpvoted,
  };
}
