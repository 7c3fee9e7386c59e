'use client';

import { useSyncExternalStore } from 'react';

/** The token that calls on this page are tried with: in memory only, gone with the page. */
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

/** Whether the page's script runs: until then a form here would be sent as a plain one. */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const never = () => () => {};
