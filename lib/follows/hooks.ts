'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Refusal } from '@/lib/base/errors';
import { askAgain } from '@/lib/web/ask-again';
import { useHint } from '@/lib/web/hooks';
import { callAction } from '@/lib/web/updates/call-action';
import { followAction } from './actions';
import { followKey } from './key';
import type { FollowsResponse, FollowTarget } from './types';

const KEY = ['follows'];

async function fetchFollows(): Promise<FollowsResponse> {
  const response = await fetch('/me/follows', { cache: 'no-store' });
  if (response.status === 401) return { follows: [] };
  if (!response.ok) throw new Error(`/me/follows answered ${response.status}`);
  return response.json();
}

const withKey = (follows: string[], key: string, there: boolean): string[] => {
  const others = follows.filter((other) => other !== key);
  return there ? [...others, key] : others;
};

/**
 * Returns whether the viewer follows a target, and a setter. Shows the wanted state at once; if it
 * is refused, calls `refused` with the reason. Causes no request for visitors who are not signed
 * in.
 */
export function useFollow(
  target: FollowTarget,
  refused: (refusal: Refusal) => void,
  /** The state that the server rendered for this viewer, until the overlay loads. */
  followed: boolean,
) {
  const client = useQueryClient();
  const hint = useHint();
  const key = followKey(target);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: fetchFollows,
    enabled: hint,
    staleTime: 30_000,
  });
  const { mutate, variables, isPending } = useMutation({
    mutationKey: [...KEY, key],
    mutationFn: (following: boolean) => callAction(() => followAction({ ...target, following })),
    onMutate: () => client.cancelQueries({ queryKey: KEY }),
    onSuccess: async (result, following) => {
      if (!result.ok) return refused(result);
      const known = client.setQueryData<FollowsResponse>(
        KEY,
        (before) => before && { follows: withKey(before.follows, key, following) },
      );
      // A response in flight has the previous state.
      const asked = askAgain(client, KEY);
      if (!known) await asked;
    },
  });
  const known = hint && data ? data.follows.includes(key) : followed;
  return {
    following: isPending ? variables : known,
    setFollowing: mutate,
    busy: isPending,
  };
}
