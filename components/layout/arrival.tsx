'use client';

import { useEffect, useRef } from 'react';

let firstPage = true;

/**
 * Brings the focus along to a page that was reached by a link: the link itself is hidden with the
 * page it stood on, and the next Tab would start from nowhere.
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
