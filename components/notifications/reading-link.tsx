'use client';

import type { ReactNode } from 'react';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  /** Id of the unread notification to mark as read; null if it already is. */
  id: number | null;
  href: string;
  children: ReactNode;
};

/** Links to a notification's subject and marks the notification as read on click. */
export function ReadingLink({ id, href, children }: Props) {
  const read = () => {
    if (id === null) return;
    void fetch(formPath('notifications/markRead'), {
      method: 'POST',
      body: new URLSearchParams({ id: String(id) }),
      // The page may unload before the response, which is a redirect that nobody needs.
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
