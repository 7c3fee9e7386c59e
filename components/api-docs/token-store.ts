'use client';

import { useSyncExternalStore } from 'react';

/** The token for calls made from this page. Held in memory only, so it is lost on reload. */
let token = '';
const listeners = new Set<() => void>();

export function setToken(next: string): void {
  token = next.trim();
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useToken = (): string =>
  useSyncExternalStore(
    subscribe,
    () => token,
    () => '',
  );

/** Whether the page has hydrated. Before that, a submit would send the form as a plain one. */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const never = () => () => {};
