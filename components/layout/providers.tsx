'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ToastHost } from '@/components/ui/toast';
import { dropAccountCopy } from '@/lib/filters/kept';
import { useOfflineReading } from '@/lib/offline/hooks';
import { useVisitClock } from '@/lib/visits/hooks';
import './early-events';
import { PageNotices } from './page-notices';
import { useTimes } from './use-times';

/** Client state that outlives navigation: the query cache starts empty on every page load. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  useVisitClock();
  useTimes();
  useOfflineReading();
  useEffect(dropAccountCopy, []);
  // Runs after the effects of all children, whose listeners are attached by then.
  useEffect(() => window.papertideReplay?.(), []);
  return (
    <QueryClientProvider client={client}>
      {children}
      <PageNotices />
      <ToastHost />
    </QueryClientProvider>
  );
}
