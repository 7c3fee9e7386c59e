'use client';

import { useEffect } from 'react';

declare global {
  interface Window {
    papertideTimes?: () => void;
  }
}

/** Milliseconds between updates of relative times. */
const PAUSE = 30_000;

/** Keeps relative times current, also in content added later. Mount once, in the page frame. */
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
