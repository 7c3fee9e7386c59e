import { Empty } from '@/components/layout/empty';
import { MathText } from '@/components/papers/math-text';
import { Button } from '@/components/ui/button';
import { Moment } from '@/components/ui/moment';
import { NOTIFICATIONS_PATH } from '@/lib/notifications/paths';
import type { Notification, NotificationPage } from '@/lib/notifications/types';
import { formPath } from '@/lib/registry/form-path';
import { ReadingLink } from './reading-link';

type Props = NotificationPage & {
  /** Whether this is the first page, which has the newest. */
  first: boolean;
  timeZone?: string;
};

/** The viewer's notifications, with buttons that mark one or all as read. */
export function NotificationList({ notifications, more, first, timeZone }: Props) {
  const [newest] = notifications;
  const oldest = notifications.at(-1);
  if (!newest || !oldest) {
    return first ? (
      <Empty title="There is nothing to tell you yet">
        Replies to your comments, mentions of your handle and news of discussions you follow come
        here.
      </Empty>
    ) : (
      <Empty title="That was all" />
    );
  }
  return (
    <>
      {notifications.some(({ unread }) => unread) ? (
        <form method="post" action={formPath('notifications/markRead')} className="mb-3">
          <input type="hidden" name="upTo" value={newest.id} />
          <input type="hidden" name="from" value={NOTIFICATIONS_PATH} />
          <Button type="submit" size="sm">
            Mark all as read
          </Button>
        </form>
      ) : null}
      <ul className="divide-y divide-line border-line border-y">
        {notifications.map((notification) => (
          <Item key={notification.id} notification={notification} timeZone={timeZone} />
        ))}
      </ul>
      {more ? (
        <p className="mt-4">
          <a href={`${NOTIFICATIONS_PATH}?before=${oldest.id}`} className="text-link text-sm">
            Older ones
          </a>
        </p>
      ) : null}
    </>
  );
}

type ItemProps = { notification: Notification; timeZone?: string };

function Item({ notification, timeZone }: ItemProps) {
  const { id, says, at, unread, leadsTo, title, words } = notification;
  return (
    <li className={`flex items-start gap-3 py-3 ${unread ? '' : 'text-muted'}`}>
      <span aria-hidden="true" className="flex h-6 w-2 shrink-0 items-center">
        {unread ? <span className="size-2 rounded-full bg-accent" /> : null}
      </span>
      <div className="min-w-0 grow [overflow-wrap:anywhere]">
        <p className={unread ? 'font-medium' : undefined}>
          {unread ? <span className="sr-only">Unread: </span> : null}
          <ReadingLink id={unread ? id : null} href={leadsTo}>
            {says}
            {title ? (
              <>
                {' on '}
                <MathText text={title} />
              </>
            ) : null}
          </ReadingLink>
        </p>
        {words ? (
          <p dir="auto" className="mt-0.5 line-clamp-2 text-muted text-sm">
            {words}
          </p>
        ) : null}
        <p className="mt-0.5 text-muted text-sm">
          <Moment at={at} timeZone={timeZone} precise />
        </p>
      </div>
      {unread ? (
        <form method="post" action={formPath('notifications/markRead')} className="shrink-0">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="from" value={NOTIFICATIONS_PATH} />
          <Button type="submit" size="sm" variant="quiet">
            Mark as read
          </Button>
        </form>
      ) : null}
    </li>
  );
}
