'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useOffline, useUpdated } from '@/lib/web/updates/hooks';

const bar =
  'screen-only fixed inset-x-3 bottom-16 z-40 mx-auto flex w-fit max-w-md items-center gap-3 rounded-md border border-line-strong bg-raised px-4 py-2.5 text-sm shadow-lg sm:bottom-4';

/** What concerns the whole page: a new version of the site, or no connection. Moves nothing. */
export function PageNotices() {
  const updated = useUpdated();
  const offline = useOffline();
  const [closed, setClosed] = useState(false);

  return (
    // Not a status: a page has one of its own, which says what became of its form.
    <div aria-live="polite">
      {offline ? (
        <p className={bar}>
          You’re offline. Pages that you read lately and saved papers still open.
        </p>
      ) : updated && !closed ? (
        <div className={bar}>
          <span>A new version of this site is available.</span>
          <button
            type="button"
            onClick={() => location.reload()}
            className={buttonClass({ size: 'sm', variant: 'primary' })}
          >
            Reload
          </button>
          <button
            type="button"
            onClick={() => setClosed(true)}
            className={buttonClass({ size: 'sm', variant: 'quiet' })}
          >
            Later
          </button>
        </div>
      ) : null}
    </div>
  );
}
