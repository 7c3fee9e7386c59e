'use client';

/** Names the saved searches that match the paper; overlaps the row's border to shift no layout. */
export function SearchMark({ names }: { names: string[] }) {
  return (
    <p className="absolute -top-2.5 right-0 max-w-[70%] truncate rounded-sm bg-accent-soft px-1.5 text-accent text-xs">
      Found by {new Intl.ListFormat('en').format(names.map((name) => `“${name}”`))}
    </p>
  );
}
