import { headers } from 'next/headers';
import type { ReactNode } from 'react';

/** Rendered per request, before anything is sent: nothing here is ever stored. */
export const instant = false;

export default async function PersonalLayout({ children }: { children: ReactNode }) {
  await headers();
  return children;
}
