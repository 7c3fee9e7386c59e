'use client';

import { buttonClass } from '@/components/ui/button';
import { StatusMessage } from './status-message';

/** An error page: the database may be unavailable, or there is a bug. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <StatusMessage
      title="This page is not available right now"
      actions={
        <>
          <button
            type="button"
            onClick={retry}
            className={`needs-script ${buttonClass({ variant: 'primary' })}`}
          >
            Try again
          </button>
          <a href="/" className={buttonClass()}>
            Trending papers
          </a>
        </>
      }
    >
      <p>
        Something that it needs does not answer. Nothing is lost; pages that were read lately are
        still served. Please try again in a minute.
      </p>
      {digest ? <p className="text-sm">For the host’s log: {digest}</p> : null}
    </StatusMessage>
  );
}
