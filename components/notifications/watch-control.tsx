'use client';

import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { REASONS } from '@/lib/base/errors';
import { watchPath } from '@/lib/notifications/paths';
import { WATCHES, type Watch } from '@/lib/notifications/watches';
import { useWatch } from '@/lib/reactions/hooks';
import { WATCH_WORDS } from './watch-words';

const NOW: Record<Watch, string> = { follow: 'Following', usual: 'Follow', mute: 'Muted' };

const look =
  'inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 font-normal text-muted text-sm hover:bg-sunken hover:text-ink';

/** Links to the page that follows or mutes a discussion; the link is the same for every viewer. */
export function WatchControl({ paperId, slug }: { paperId: number; slug: string }) {
  const { watch, setWatch } = useWatch(paperId, ({ reason, message }) =>
    toast('error', message ?? REASONS[reason].words),
  );
  if (!watch) {
    return (
      <a href={watchPath(slug)} rel="nofollow" className={look}>
        <Icon name="bell" /> Follow <span className="sr-only">this discussion</span>
      </a>
    );
  }
  return (
    <Menu
      label={`${NOW[watch]}: notifications for this discussion`}
      buttonClass={look}
      items={WATCHES.filter((other) => other !== watch).map((other) => ({
        kind: 'action' as const,
        label: WATCH_WORDS[other].label,
        onSelect: async () => {
          if (await setWatch(other)) toast('success', WATCH_WORDS[other].hint);
        },
      }))}
    >
      <Icon name="bell" /> {NOW[watch]} <Icon name="down" />
    </Menu>
  );
}
