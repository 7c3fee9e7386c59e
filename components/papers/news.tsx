'use client';

import { visitWords } from '@/lib/visits/visit';

const dot = 'size-1.5 rounded-full bg-accent';

/** In the margin, so that it shifts no layout. */
export function NewMark() {
  return (
    <>
      <span aria-hidden="true" className={`absolute top-[1.65rem] -left-2.5 sm:-left-3 ${dot}`} />
      <span className="sr-only">New since your last visit: </span>
    </>
  );
}

/** Says how many papers are new, with the mark the rows carry. Empty if there are none. */
export function NewsLine({ count, since }: { count: number; since: number | null }) {
  return (
    <p data-news className="mb-2 flex items-center gap-2 text-muted text-sm empty:hidden">
      {count > 0 && since !== null ? (
        <>
          <span aria-hidden="true" className={dot} />
          {count} new since your last visit ({visitWords(since, Date.now())})
        </>
      ) : null}
    </p>
  );
}
