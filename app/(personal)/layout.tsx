import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { PlainAccount } from '@/components/people/plain-account';
import { getViewer } from '@/lib/web/session';

/** Rendered per request and never cached. */
export const instant = false;

export default async function PersonalLayout({ children }: { children: ReactNode }) {
  await headers();
  // The page itself reports that the database is unavailable.
  const viewer = await getViewer().catch(() => null);
  return (
    <>
      {viewer ? <PlainAccount handle={viewer.handle} /> : null}
      {children}
    </>
  );
}
