'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { parseVisit, VISIT_KEY, type Visit, visitAt } from './visit';

/** Milliseconds between two writes of activity. */
const PAUSE = 60_000;

const SIGNS = ['pointerdown', 'keydown', 'scroll'] as const;

let since: number | null | undefined;
const listeners = new Set<() => void>();

function kept(): Visit | null {
  try {
    return parseVisit(localStorage.getItem(VISIT_KEY));
  } catch {
    return null;
  }
}

function tell(next: number | null): void {
  if (next === since) return;
  since = next;
  for (const listener of listeners) listener();
}

/** Records activity. */
function sign(): void {
  const visit = visitAt(kept(), Date.now());
  try {
    localStorage.setItem(VISIT_KEY, JSON.stringify(visit));
  } catch {
    // Storage may be forbidden: then every visit is the first.
  }
  tell(visit.since);
}

/** Records the reader's activity, and listens to other tabs. Used once, in the page's frame. */
export function useVisitClock(): void {
  useEffect(() => {
    let noted = Date.now();
    sign();
    const hear = () => {
      if (document.visibilityState !== 'visible' || Date.now() - noted < PAUSE) return;
      noted = Date.now();
      sign();
    };
    const heard = ({ key }: StorageEvent) => {
      if (key === VISIT_KEY) tell(visitAt(kept(), Date.now()).since);
    };
    for (const name of SIGNS) addEventListener(name, hear, { passive: true });
    document.addEventListener('visibilitychange', hear);
    addEventListener('storage', heard);
    return () => {
      for (const name of SIGNS) removeEventListener(name, hear);
      document.removeEventListener('visibilitychange', hear);
      removeEventListener('storage', heard);
    };
  }, []);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/**
 * Returns when the reader's last visit ended, in ms; null on the first visit and while hydrating.
 */
export const useLastVisit = (): number | null =>
  useSyncExternalStore(
    subscribe,
    () => {
      if (since === undefined) since = visitAt(kept(), Date.now()).since;
      return since;
    },
    () => null,
  );
