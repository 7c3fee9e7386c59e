'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Refusal, Result } from '@/lib/base/errors';
import type { Reaction } from '@/lib/comments/reaction-kinds';
import { setWatchAction } from '@/lib/notifications/actions';
import type { Watch } from '@/lib/notifications/watches';
import { askAgain } from '@/lib/web/ask-again';
import { useHint } from '@/lib/web/hooks';
import { callAction } from '@/lib/web/updates/call-action';
import { reactToCommentAction, upvoteCommentAction } from './actions';
import type { ReactionOverlay } from './types';

const key = (paperId: number) => ['reactions', paperId];

const NOTHING: ReactionOverlay = { upvotes: [], reactions: [], author: false, watch: 'usual' };

async function fetchReactions(paperId: number): Promise<ReactionOverlay> {
  const response = await fetch(`/me/reactions?paper=${paperId}`, { cache: 'no-store' });
  if (response.status === 401) return NOTHING;
  if (!response.ok) throw new Error(`/me/reactions answered ${response.status}`);
  return response.json();
}

/** Returns the viewer's upvotes and reactions in a discussion; null until loaded. */
export function useReactions(paperId: number): ReactionOverlay | null {
  const hint = useHint();
  const { data } = useQuery({
    queryKey: key(paperId),
    queryFn: () => fetchReactions(paperId),
    enabled: hint,
    staleTime: 60_000,
  });
  return (hint && data) || null;
}

/** Returns functions that change them optimistically, and revert a refused change. */
export function useReactionChanges(paperId: number, refused: (refusal: Refusal) => void) {
  const client = useQueryClient();

  type Edit = (now: ReactionOverlay) => ReactionOverlay;
  const change = async (edit: Edit, undo: Edit, send: () => Promise<Result<unknown>>) => {
    const apply = (to: Edit) =>
      client.setQueryData<ReactionOverlay>(key(paperId), (now) => to(now ?? NOTHING));
    apply(edit);
    const result = await callAction(send);
    if (!result.ok) {
      apply(undo);
      refused(result);
    }
    // A response in flight at the time of the click has the previous state.
    await askAgain(client, key(paperId));
  };

  return {
    upvote: (commentId: number, upvoted: boolean) => {
      const step = (mine: boolean) => (now: ReactionOverlay) => ({
        ...now,
        upvotes: counted(now.upvotes, { id: commentId }, ({ id }) => id === commentId, mine),
      });
      return change(step(upvoted), step(!upvoted), () =>
        upvoteCommentAction({ commentId, upvoted }),
      );
    },
    react: (commentId: number, reaction: Reaction, on: boolean) => {
      const step = (mine: boolean) => (now: ReactionOverlay) => ({
        ...now,
        reactions: counted(
          now.reactions,
          { id: commentId, reaction },
          (one) => one.id === commentId && one.reaction === reaction,
          mine,
        ),
      });
      return change(step(on), step(!on), () => reactToCommentAction({ commentId, reaction, on }));
    },
  };
}

/** Returns how the viewer watches a discussion, null until loaded, and a setter. */
export function useWatch(paperId: number, refused: (refusal: Refusal) => void) {
  const client = useQueryClient();
  const watch = useReactions(paperId)?.watch ?? null;
  const set = (to: Watch) =>
    client.setQueryData<ReactionOverlay>(key(paperId), (now) => ({
      ...(now ?? NOTHING),
      watch: to,
    }));
  const setWatch = async (to: Watch) => {
    set(to);
    const result = await callAction(() => setWatchAction({ paperId, watch: to }));
    void askAgain(client, key(paperId));
    if (result.ok) return true;
    if (watch) set(watch);
    refused(result);
    return false;
  };
  return { watch, setWatch };
}

/**
 * Returns the list with the viewer added to or removed from an entry; a new entry starts at zero.
 */
function counted<T extends { count: number; mine: boolean }>(
  list: T[],
  fresh: Omit<T, 'count' | 'mine'>,
  fits: (one: T) => boolean,
  mine: boolean,
): T[] {
  const before = list.find(fits) ?? ({ ...fresh, count: 0, mine: false } as T);
  const step = Number(mine) - Number(before.mine);
  return [...list.filter((one) => !fits(one)), { ...before, mine, count: before.count + step }];
}
