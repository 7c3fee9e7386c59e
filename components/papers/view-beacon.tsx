'use client';

import { useEffect, useRef } from 'react';
import { rememberPlaces } from '@/lib/views/seen-places';

/**
 * Reports which papers were visible (at least half of the row) and their positions on Trending or
 * New, in one beacon when the page is hidden, without the viewer's identity. A paper's own page
 * passes its `paperId`; on a feed the beacon observes the rows beside it.
 */
export function ViewBeacon({ paperId }: { paperId?: number }) {
  const here = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const seen = new Map<string, number>();
    let sent = 0;
    const send = () => {
      // After a return to the tab, only rows not reported yet are sent.
      const rows = [...seen].slice(sent).map(([id, place]) => [Number(id), place]);
      sent = seen.size;
      if (rows.length === 0) return;
      rememberPlaces([...seen]);
      const body = JSON.stringify({ seen: rows });
      navigator.sendBeacon('/me/views', new Blob([body], { type: 'application/json' }));
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') send();
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
    window.addEventListener('pagehide', send);
    return () => {
      // Client-side navigation also hides or removes this page.
      observer.disconnect();
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', send);
      send();
    };
  }, [paperId]);

  return <span ref={here} hidden />;
}
