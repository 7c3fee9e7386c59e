const bar = 'animate-pulse rounded bg-sunken';

/** Placeholder with a feed's size while it loads. */
export function FeedSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" className="divide-y divide-line border-line border-y">
      <span className="sr-only">Loading papers</span>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <div key={row} className="flex gap-4 py-4" aria-hidden="true">
          <div className={`h-12 w-11 shrink-0 ${bar}`} />
          <div className="grow space-y-2">
            <div className={`h-5 w-3/4 ${bar}`} />
            <div className={`h-4 w-2/5 ${bar}`} />
            <div className={`h-9 w-full ${bar}`} />
          </div>
        </div>
      ))}
    </div>
  );
}

export function PaperSkeleton() {
  return (
    <div role="status" className="space-y-3">
      <span className="sr-only">Loading the paper</span>
      <div className={`h-8 w-4/5 ${bar}`} aria-hidden="true" />
      <div className={`h-4 w-1/2 ${bar}`} aria-hidden="true" />
      <div className={`h-40 w-full ${bar}`} aria-hidden="true" />
    </div>
  );
}
