import type { ReactNode } from 'react';

/** Fails the build if a public page reads a cookie, a header, a query or uncached data. */
export const ensureStatic = 'navigation';

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}
