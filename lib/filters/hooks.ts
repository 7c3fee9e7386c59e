'use client';

import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useHint } from '@/lib/web/hooks';
import { type FilterState, getFilterState, loadFilters, subscribeFilters } from './store';

/**
 * Returns the viewer's filters; null while the stored page hydrates, which is the same for
 * everybody.
 */
export const useFilterState = (): FilterState | null =>
  useSyncExternalStore<FilterState | null>(subscribeFilters, getFilterState, () => null);

/** Also refetches them once a minute, if the viewer may be signed in. */
export function useFilters(): FilterState | null {
  const enabled = useHint();
  useQuery({ queryKey: ['filters'], queryFn: loadFilters, enabled, staleTime: 60_000 });
  return useFilterState();
}
