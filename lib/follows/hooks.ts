'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Refusal, refuse } from '@/lib/base/errors';
import { useHint } from '@/lib/web/hooks';
import { followAction } from './actions';
import { followKey } from './key';
import type { FollowsAnswer, FollowTarget } from './types';

const KEY = ['follows'];

async function fetchFollows(): Promise<FollowsAnswer> {
  const answer = await fetch('/me/follows', { cache: 'no-store' });
  if (answer.status === 401) return { follows: [] };
  if (!answer.ok) throw new Error(`/me/follows answered ${answer.status}`);
  return answer.json();
}

const withKey = (follows: string[], key: string, there: boolean): string[] => {
  const others = follows.filter((other) => other !== key);
  return there ? [...others, key] : others;
};

/**
 * Whether this reader follows something, and the way to change it. What is wanted shows at once;
 * `refused` hears why it did not become so. Visitors who are not signed in cause no request.
 */
export function useFollow(
  target: FollowTarget,
  refused: (refusal: Refusal) => void,
  /** What the page was rendered with for this reader, until the overlay is there. */
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
    mutationFn: (following: boolean) => followAction({ ...target, following }),
    onMutate: () => client.cancelQueries({ queryKey: KEY }),
    onSuccess: (result, following) => {
      if (!result.ok) return refused(result);
      client.setQueryData<FollowsAnswer>(KEY, (before) => ({
        follows: withKey(before?.follows ?? [], key, following),
      }));
    },
    onError: () => refused(refuse('unavailable')),
  });
  const known = hint && data ? data.follows.includes(key) : followed;
  return {
    following: isPending ? variables : known,
    setFollowing: mutate,
    busy: isPending,
  };
}
