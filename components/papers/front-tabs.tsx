import type { ReactNode } from 'react';
import { FeedTabs } from './feed-tabs';

const TABS = [
  { key: 'trending', label: 'Trending', href: '/' },
  { key: 'date', label: 'Today', href: '/papers' },
  { key: 'week', label: 'Week', href: '/papers/week' },
  { key: 'month', label: 'Month', href: '/papers/month' },
  { key: 'new', label: 'New', href: '/papers/new' },
] as const;

type Props = { current: 'trending' | 'new'; children?: ReactNode };

/** Tabs of the feeds' orders, below the heading of Trending and New. */
export function FrontTabs({ current, children }: Props) {
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <FeedTabs
        label="By time"
        tabs={TABS.map(({ key, label, href }) => ({
          label,
          href,
          current: key === current,
          // A day without papers redirects to the nearest one that has some, with a notice.
          leads: key !== 'trending' && key !== 'new',
        }))}
      />
      {children}
    </div>
  );
}
