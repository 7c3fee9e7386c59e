import Link from 'next/link';

export type FeedTab = { label: string; href: string; current: boolean };

/** The same papers in other orders: links side by side. */
export function FeedTabs({ label, tabs }: { label: string; tabs: FeedTab[] }) {
  return (
    <nav aria-label={label} className="-mx-1 flex flex-wrap gap-1 text-sm">
      {tabs.map(({ label: words, href, current }) => (
        <Link
          key={words}
          href={href}
          prefetch={false}
          aria-current={current ? 'page' : undefined}
          className="inline-flex h-8 items-center rounded-md px-2.5 text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
