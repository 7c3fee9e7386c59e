'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { heal, isMissingChunk, isUpdated } from './heal';

/** Milliseconds between two looks at the site's build, and after which a tab counts as long open. */
const PAUSE = 5 * 60_000;

/** Dispatched on `window` by the page's first script (components/layout/heal-script). */
const UPDATED_EVENT = 'papertide:updated';

/**
 * Whether the site has been updated after this page was loaded: asked when the reader comes back to
 * the tab, and learnt from what the site no longer has.
 */
export function useUpdated(): boolean {
  const [updated, setUpdated] = useState(false);
  useEffect(() => {
    let asked = Date.now();
    const learn = () => setUpdated(true);
    const look = async () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked < PAUSE) return;
      asked = Date.now();
      if (await isUpdated()) learn();
    };
    const heard = ({ reason }: PromiseRejectionEvent) => {
      if (isMissingChunk(reason)) void heal();
    };
    addEventListener(UPDATED_EVENT, learn);
    addEventListener('focus', look);
    addEventListener('unhandledrejection', heard);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener(UPDATED_EVENT, learn);
      removeEventListener('focus', look);
      removeEventListener('unhandledrejection', heard);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return updated;
}

const onConnection = (tell: () => void) => {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
};

/** Whether the browser knows that it has no connection. */
export const useOffline = (): boolean =>
  useSyncExternalStore(
    onConnection,
    () => !navigator.onLine,
    () => false,
  );
