import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { KeptPages } from '@/components/offline/kept-pages';

export const metadata: Metadata = { title: 'Offline', robots: { index: false } };

/** What the service worker shows for a page that it does not have (public/sw.js). */
export default function OfflinePage() {
  return (
    <PageShell>
      <PageHeading hint="This page isn’t stored on this device. The ones below are.">
        You’re offline
      </PageHeading>
      <KeptPages />
    </PageShell>
  );
}
