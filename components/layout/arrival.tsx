'use client';

import { useEffect, useRef } from 'react';

let firstPage = true;

/**
 * Moves the focus after client-side navigation. Next keeps the old page hidden with its focused
 * link, so the next Tab would start from nowhere.
 */
export function Arrival() {
  const here = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (firstPage) {
      firstPage = false;
      return;
    }
    const focused = document.activeElement;
    if (focused && focused !== document.body && focused.checkVisibility()) return;
    here.current?.closest('main')?.focus({ preventScroll: true });
  }, []);

  return <span ref={here} hidden />;
}
