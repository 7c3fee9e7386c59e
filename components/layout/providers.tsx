'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ToastHost } from '@/components/ui/toast';
import { dropAccountCopy } from '@/lib/filters/kept';
import { useVisitClock } from '@/lib/visits/hooks';
import './early-events';
import { useTimes } from './use-times';

/** What holds the reader's own part of every page: it outlives navigation, and starts out empty. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  useVisitClock();
  useTimes();
  useEffect(dropAccountCopy, []);
  // After the effects of everything below, which listen from then on.
  useEffect(() => window.papertideReplay?.(), []);
  return (
    <QueryClientProvider client={client}>
      {children}
      <ToastHost />
    </QueryClientProvider>
  );
}
