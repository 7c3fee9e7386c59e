'use client';

import { Failure } from '@/components/layout/failure';
import { PageShell } from '@/components/layout/page-shell';

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <PageShell>
      <Failure {...props} />
    </PageShell>
  );
}
