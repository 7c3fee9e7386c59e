import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { formatDay, formatShortDay } from '@/lib/papers/dates';
import { feedPath } from '@/lib/papers/paths';

type Props = {
  /** YYYY-MM-DD, UTC. */
  day: string;
  /** The nearest days before and after that have papers. */
  before: string | null;
  after: string | null;
};

/** A day's heading, and the days beside it. */
export function DayBar({ day, before, after }: Props) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <h1 className="font-semibold text-xl tracking-tight">
        <time dateTime={day}>{formatDay(day)}</time>
      </h1>
      <nav aria-label="Days" className="flex gap-1.5 text-sm">
        {before ? (
          <Link
            href={feedPath({ kind: 'date', day: before })}
            rel="prev"
            prefetch={false}
            className={dayLink}
          >
            <Icon name="left" />
            <span className="sr-only">Earlier: </span>
            {formatShortDay(before)}
          </Link>
        ) : null}
        {after ? (
          <Link
            href={feedPath({ kind: 'date', day: after })}
            rel="next"
            prefetch={false}
            className={dayLink}
          >
            <span className="sr-only">Later: </span>
            {formatShortDay(after)}
            <Icon name="right" />
          </Link>
        ) : null}
      </nav>
    </div>
  );
}

const dayLink =
  'inline-flex h-8 items-center gap-1 rounded-md border border-line bg-surface px-2.5 text-muted hover:border-line-strong hover:text-ink';
