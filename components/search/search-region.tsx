'use client';

import type { ReactNode } from 'react';
import { SoftLinks } from '@/components/ui/soft-links';
import { ServerContent } from './server-content';

/**
 * What the search page shows: `children`, or in the frame for strangers what the outer server has
 * put there.
 */
export function SearchRegion({ children }: { children: ReactNode }) {
  return <SoftLinks>{children ?? <ServerContent />}</SoftLinks>;
}
