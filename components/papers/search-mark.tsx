'use client';

/** Over the line above a row, so that nothing moves for it: the saved searches that find its paper. */
export function SearchMark({ names }: { names: string[] }) {
  return (
    <p className="absolute -top-2.5 right-0 max-w-[70%] truncate rounded-sm bg-accent-soft px-1.5 text-accent text-xs">
      Found by {new Intl.ListFormat('en').format(names.map((name) => `“${name}”`))}
    </p>
  );
}
