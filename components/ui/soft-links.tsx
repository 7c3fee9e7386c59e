'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';

type Props = {
  children?: ReactNode;
  /** Its content, instead of children. */
  html?: string;
  className?: string;
};

/**
 * Follows the plain links within it as `Link` does, without a page load: one listener for
 * HTML with hundreds of links.
 */
export function SoftLinks({ children, html, className }: Props) {
  const router = useRouter();
  const here = useRef<HTMLDivElement>(null);
  const follow = useEffectEvent((event: MouseEvent) => {
    const path = pathOf(event);
    if (path === null) return;
    event.preventDefault();
    router.push(path);
  });
  useEffect(() => {
    const element = here.current;
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, []);
  if (html !== undefined) {
    return (
      // The script for times changes them before React is there.
      <div
        ref={here}
        className={className}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: html }}
      />
    );
  }
  return (
    <div ref={here} className={className}>
      {children}
    </div>
  );
}

/** The path that a plain click leads to, on a link to a page of this site; null for anything else. */
function pathOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.hasAttribute('download') || 'file' in link.dataset) return null;
  const path = link.getAttribute('href') ?? '';
  return /^\/(?!\/)/.test(path) ? path : null;
}
