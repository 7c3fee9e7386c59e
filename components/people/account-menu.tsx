'use client';

import { type MouseEvent, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { COLLECTIONS_PATH } from '@/lib/collections/paths';
import { NOTIFICATIONS_PATH } from '@/lib/notifications/paths';
import { OPERATIONS_PATH } from '@/lib/operations/paths';
import { profilePath } from '@/lib/profiles/paths';
import { REPORTS_PATH } from '@/lib/reports/paths';
import { useViewer } from '@/lib/web/hooks';

const link =
  'flex h-9 items-center rounded-md px-2.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink';

const here = () => location.pathname + location.search;

/** Adds the current page to the sign-in link; without scripts the sign-in page finds it itself. */
function rememberPlace(event: MouseEvent<HTMLAnchorElement>) {
  const { pathname } = new URL(event.currentTarget.href);
  if (location.pathname.startsWith('/sign-in')) return;
  event.currentTarget.href = `${pathname}?from=${encodeURIComponent(here())}`;
}

/** The viewer's corner of the header. The server sends everyone the sign-in link. */
export function AccountMenu() {
  const { viewer, needsHandle, unread, waiting, loading } = useViewer();
  const signOut = useRef<HTMLFormElement>(null);
  if (loading) {
    // As wide as what most see next, so that nothing moves.
    return (
      <span aria-hidden="true" className={`invisible ${link}`}>
        Sign in
      </span>
    );
  }
  if (!viewer) {
    return (
      <a href="/sign-in" onClick={rememberPlace} className={`sign-in-link ${link}`}>
        Sign in
      </a>
    );
  }
  const name = viewer.handle ?? 'Account';
  return (
    <>
      {needsHandle ? (
        <a href="/welcome" onClick={rememberPlace} className={link}>
          Choose a handle
        </a>
      ) : null}
      <Bell unread={unread} />
      <Menu
        label={`Account of ${name}`}
        heading={viewer.banned ? 'This account is read-only' : `Signed in as ${name}`}
        items={[
          ...(viewer.handle
            ? [{ kind: 'link' as const, label: 'Profile', href: profilePath(viewer.handle) }]
            : []),
          { kind: 'link', label: 'For you', href: '/for-you' },
          { kind: 'link', label: 'Following', href: '/following' },
          { kind: 'link', label: 'Collections', href: COLLECTIONS_PATH },
          { kind: 'link', label: 'Groups', href: '/groups' },
          { kind: 'link', label: 'Organizations', href: '/orgs' },
          { kind: 'link', label: 'Settings', href: '/settings/profile' },
          ...(viewer.role !== 'member' && !viewer.banned
            ? [{ kind: 'link' as const, label: waitingLabel(waiting), href: REPORTS_PATH }]
            : []),
          ...(viewer.role === 'admin' && !viewer.banned
            ? [{ kind: 'link' as const, label: 'Operations', href: OPERATIONS_PATH }]
            : []),
          {
            kind: 'action',
            label: 'Sign out',
            onSelect: () => {
              const from = signOut.current?.elements.namedItem('from');
              if (from instanceof HTMLInputElement) from.value = here();
              signOut.current?.requestSubmit();
            },
          },
        ]}
      >
        <Icon name="person" className="size-[1.125rem] sm:hidden" />
        <span className="hidden max-w-40 truncate sm:inline">{name}</span>
        <Icon name="down" className="hidden size-4 sm:inline" />
      </Menu>
      <form ref={signOut} method="post" action="/api/auth/signout" hidden>
        <input type="hidden" name="from" defaultValue="/" />
      </form>
    </>
  );
}

const MANY = 100;

const waitingLabel = (waiting: number): string =>
  waiting > 0 ? `Moderation (${waiting < MANY ? waiting : '99+'} waiting)` : 'Moderation';

function Bell({ unread }: { unread: number }) {
  const count = unread < MANY ? String(unread) : '99+';
  return (
    <a
      href={NOTIFICATIONS_PATH}
      aria-label={unread > 0 ? `Notifications, ${count} unread` : 'Notifications'}
      className="relative flex size-9 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <Icon name="bell" className="size-[1.125rem]" />
      {unread > 0 ? (
        <span className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-on-accent leading-4">
          {count}
        </span>
      ) : null}
    </a>
  );
}
