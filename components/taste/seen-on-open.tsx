'use client';

import type { MouseEvent, ReactNode } from 'react';

/** Marks papers opened from here as seen, so that For you does not show them again. */
export function SeenOnOpen({ children }: { children: ReactNode }) {
  const opened = (event: MouseEvent) => {
    // A right click opens a menu, not the paper.
    if (event.button === 2) return;
    const link = event.target instanceof Element ? event.target.closest('[data-open]') : null;
    const paper = link?.closest('[data-paper-id]')?.getAttribute('data-paper-id');
    if (!paper) return;
    // `keepalive` sends it even if the page unloads at once; if it fails, the paper is only shown
    // again.
    void fetch('/me/taste', {
      method: 'PUT',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ papers: [Number(paper)] }),
    }).catch(() => undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the links inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link fires a click
    <div onClick={opened} onAuxClick={opened}>
      {children}
    </div>
  );
}
