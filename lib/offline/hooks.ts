'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { paperPath } from '@/lib/papers/paths';
import { hasHint } from '@/lib/web/hint';

/** Saved papers are asked for once a build and day. */
const SYNCED = 'papertide:saved-offline';
const DAY = 86_400_000;

const build = () => document.documentElement.dataset.build ?? '';

/** Tells the worker, if there is one: without it nothing is kept. */
const post = (message: object) =>
  navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message));

/** Keeps a paper that was just saved, so that it can be read without a connection. */
export function saveOffline(slug: string): void {
  if (navigator.serviceWorker?.controller) void post({ save: [paperPath(slug)] });
}

async function start(): Promise<void> {
  // A mere look at the page comes first.
  await navigator.serviceWorker.register(`/sw.js?build=${encodeURIComponent(build())}`);
  if (!hasHint()) {
    forgetSync();
    await post({ forget: true });
    return;
  }
  if (isSynced()) return;
  const response = await fetch('/me/saved', { cache: 'no-store' });
  if (!response.ok) return;
  const { papers } = (await response.json()) as { papers: string[] };
  await post({ save: papers.map(paperPath) });
  localStorage.setItem(SYNCED, `${build()} ${Date.now()}`);
}

function isSynced(): boolean {
  const [of, at] = (localStorage.getItem(SYNCED) ?? '').split(' ');
  return of === build() && Date.now() - Number(at) < DAY;
}

function forgetSync(): void {
  localStorage.removeItem(SYNCED);
}

/** Once in a page's frame: what was read and saved can be read without a connection. */
export function useOfflineReading(): void {
  const path = usePathname();
  useEffect(() => {
    if (!build() || !navigator.serviceWorker) return;
    const timer = setTimeout(() => void start().catch(() => {}), 2_000);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // A page that was reached without being loaded as a whole.
    if (document.documentElement.dataset.read !== path && navigator.serviceWorker?.controller) {
      void post({ read: path });
    }
    document.documentElement.dataset.read = path;
  }, [path]);
}
