'use client';

import { useEffect, useRef } from 'react';
import { rememberPlaces } from '@/lib/views/seen-places';

/**
 * Tells which papers were on the screen, half of a row at least, and their places on Trending or New:
 * one beacon as the page goes away, without who saw them. A paper's own page gives its `paperId`;
 * on a feed the beacon watches the rows beside it.
 */
export function ViewBeacon({ paperId }: { paperId?: number }) {
  const here = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const seen = new Map<string, number>();
    let told = 0;
    const tell = () => {
      // Whoever comes back to the tab and scrolls on has seen what is new only.
      const rows = [...seen].slice(told).map(([id, place]) => [Number(id), place]);
      told = seen.size;
      if (rows.length === 0) return;
      rememberPlaces([...seen]);
      const body = JSON.stringify({ seen: rows });
      navigator.sendBeacon('/me/views', new Blob([body], { type: 'application/json' }));
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') tell();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const { paperId: id } = (target as HTMLElement).dataset;
          if (!isIntersecting || !id || seen.has(id)) continue;
          const { place } = target.closest<HTMLElement>('[data-place]')?.dataset ?? {};
          seen.set(id, Number(place ?? 0));
        }
      },
      { threshold: 0.5 },
    );
    if (paperId !== undefined) seen.set(String(paperId), 0);
    const rows = here.current?.parentElement?.querySelectorAll('[data-paper-row]') ?? [];
    for (const row of rows) observer.observe(row);
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', tell);
    return () => {
      // Also when a click leads to another page of ours: this one is then hidden, or gone.
      observer.disconnect();
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', tell);
      tell();
    };
  }, [paperId]);

  return <span ref={here} hidden />;
}
