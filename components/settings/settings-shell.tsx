import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageShell } from '@/components/layout/page-shell';

/** The user's own pages, in menu order. */
const SECTIONS = [
  [
    { href: '/settings/profile', label: 'Profile' },
    { href: '/settings/account', label: 'Account' },
    { href: '/settings/sessions', label: 'Sessions' },
    { href: '/settings', label: 'Privacy' },
    { href: '/settings/tokens', label: 'API tokens' },
  ],
  [
    { href: '/settings/notifications', label: 'Notifications' },
    { href: '/settings/digests', label: 'Papers by mail' },
    { href: '/settings/searches', label: 'Saved searches' },
    { href: '/following/manage', label: 'What you follow' },
    { href: '/collections', label: 'Collections' },
    { href: '/groups', label: 'Groups' },
  ],
  [
    { href: '/settings/filters', label: 'Hidden and muted' },
    { href: '/settings/appearance', label: 'Appearance' },
  ],
];

/**
 * Frame of the user's own pages: the menu is beside the content, or above it on a narrow screen.
 */
export function SettingsShell({ current, children }: { current: string; children: ReactNode }) {
  return (
    <PageShell>
      <div className="gap-10 sm:flex">
        <nav
          aria-label="Settings"
          className="phone-strip mb-5 flex gap-x-1 text-sm sm:-mx-2.5 sm:mb-0 sm:block sm:w-40 sm:shrink-0 sm:space-y-3"
        >
          {SECTIONS.map((sections) => (
            <ul key={sections[0]?.href} className="contents sm:block">
              {sections.map(({ href, label }) => (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    aria-current={href === current ? 'page' : undefined}
                    className="flex min-h-8 items-center rounded-md px-2.5 text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          ))}
        </nav>
        <div className="min-w-0 max-w-xl grow">{children}</div>
      </div>
    </PageShell>
  );
}
