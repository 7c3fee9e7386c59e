import type { Metadata } from 'next';
import Link from 'next/link';
import { PageShell } from '@/components/layout/page-shell';
import { StatusMessage } from '@/components/layout/status-message';
import { buttonClass } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <PageShell>
      <StatusMessage
        title="Page not found"
        actions={
          <>
            <Link href="/" prefetch={false} className={buttonClass({ variant: 'primary' })}>
              Trending papers
            </Link>
            <Link href="/submit" prefetch={false} className={buttonClass()}>
              Submit a paper
            </Link>
          </>
        }
      >
        <p>
          The address may be mistyped, or the paper hasn’t been submitted here yet. If you know its
          arXiv identifier, you can submit it.
        </p>
      </StatusMessage>
    </PageShell>
  );
}
