import Link from 'next/link';

export type FeedTab = {
  label: string;
  href: string;
  current: boolean;
  /** Whether the target may redirect with a notice, which only a full page load shows. */
  leads?: boolean;
};

/** More than fit on the line of a phone. */
const MANY = 6;

/** Tabs with the same papers in other orders. */
export function FeedTabs({ label, tabs }: { label: string; tabs: FeedTab[] }) {
  return (
    <nav
      aria-label={label}
      className={`screen-only flex gap-1 text-sm max-[22.5rem]:gap-0 ${tabs.length > MANY ? 'phone-strip sm:-mx-1 sm:flex-wrap' : '-mx-1 flex-wrap'}`}
    >
      {tabs.map(({ label: words, href, current, leads }) =>
        leads ? (
          <a key={words} href={href} className={tab}>
            {words}
          </a>
        ) : (
          <Link
            key={words}
            href={href}
            prefetch={false}
            aria-current={current ? 'page' : undefined}
            className={tab}
          >
            {words}
          </Link>
        ),
      )}
    </nav>
  );
}

const tab =
  'inline-flex h-8 items-center rounded-md px-2.5 text-muted max-[22.5rem]:px-1.5 hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink';
