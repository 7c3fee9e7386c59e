'use client';

import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { hasHint } from '@/lib/web/hint';
import type { Me } from '@/lib/web/types';

const never = () => () => {};

/**
 * Whether somebody may be signed in. False while the stored page comes alive, so that its first
 * rendering is the one that everybody was sent.
 */
export const useHint = (): boolean => useSyncExternalStore(never, hasHint, () => false);

const NOBODY: Me = { viewer: null, needsHandle: false, unread: 0, waiting: 0 };

async function fetchMe(): Promise<Me> {
  const answer = await fetch('/me', { cache: 'no-store' });
  if (answer.status === 401) return NOBODY;
  if (!answer.ok) throw new Error(`/me answered ${answer.status}`);
  return answer.json();
}

/** The signed-in reader, or null; `loading` while it is not known yet. */
export function useViewer(): Me & { loading: boolean } {
  const enabled = useHint();
  const { data, isPending } = useQuery({
    queryKey: ['me'],
    queryFn: fetchMe,
    enabled,
    staleTime: 60_000,
  });
  const me = enabled && data ? data : NOBODY;
  return { ...me, loading: enabled && isPending };
}
