'use client';

import type { ReactNode } from 'react';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  /** The notification that is read by following the link; null when it is read already. */
  id: number | null;
  href: string;
  children: ReactNode;
};

/** Leads to what a notification is about, and marks it as read on the way. */
export function ReadingLink({ id, href, children }: Props) {
  const read = () => {
    if (id === null) return;
    void fetch(formPath('notifications/markRead'), {
      method: 'POST',
      body: new URLSearchParams({ id: String(id) }),
      // The page may be gone before the answer, which leads to a page that nobody needs.
      keepalive: true,
      redirect: 'manual',
    }).catch(() => {});
  };
  return (
    <a href={href} onClick={read} className="quiet-link">
      {children}
    </a>
  );
}
