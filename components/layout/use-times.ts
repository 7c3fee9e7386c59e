'use client';

import { useEffect } from 'react';

declare global {
  interface Window {
    papertideTimes?: () => void;
  }
}

/** Milliseconds after which "5 minutes ago" may have become six. */
const PAUSE = 30_000;

/** Once in a page's frame: keeps relative times true, also of what is added to the page. */
export function useTimes(): void {
  useEffect(() => {
    let frame = 0;
    const tell = () => window.papertideTimes?.();
    const added = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(tell);
    });
    added.observe(document.body, { childList: true, subtree: true });
    const timer = setInterval(tell, PAUSE);
    return () => {
      added.disconnect();
      clearInterval(timer);
      cancelAnimationFrame(frame);
    };
  }, []);
}
