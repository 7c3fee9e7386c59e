import type { ReactNode } from 'react';

/** A public page that reads a cookie, a header, a query or uncached data fails the build. */
export const ensureStatic = 'navigation';

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}
