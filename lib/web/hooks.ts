'use client';

import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { hasHint } from '@/lib/web/hint';
import type { Me } from '@/lib/web/types';

const never = () => () => {};

/**
 * Returns whether a user may be signed in. False during hydration, so that the first rendering
 * equals the stored page.
 */
export const useHint = (): boolean => useSyncExternalStore(never, hasHint, () => false);

const NOBODY: Me = { viewer: null, needsHandle: false, unread: 0, waiting: 0 };

async function fetchMe(): Promise<Me> {
  const response = await fetch('/me', { cache: 'no-store' });
  if (response.status === 401) return NOBODY;
  if (!response.ok) throw new Error(`/me responded with ${response.status}`);
  return response.json();
}

/** Returns the viewer, or null; `loading` until it is known. */
export function useViewer(): Me & { loading: boolean } {
  const enabled = useHint();
  const { data, isPending } = useQuery({
    queryKey: ['me'],
    queryFn: fetchMe,
    enabled,
    staleTime: 60_000,
    // A busy site must not look as if the user were signed out.
    retry: 4,
  });
  const me = enabled && data ? data : NOBODY;
  return { ...me, loading: enabled && isPending };
}
