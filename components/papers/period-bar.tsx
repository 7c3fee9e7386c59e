import Link from 'next/link';
import type { ReactNode } from 'react';
import { pageTitle } from '@/components/layout/page-shell';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { formatDays, formatPeriod, formatShortPeriod } from '@/lib/papers/dates';
import { feedPath } from '@/lib/papers/paths';
import { daysOf, PERIOD_KINDS, type Period, type PeriodKind, periodOf } from '@/lib/papers/periods';
import { FeedTabs } from './feed-tabs';

const WORDS: Record<PeriodKind, { one: string; many: string }> = {
  date: { one: 'Day', many: 'Days' },
  week: { one: 'Week', many: 'Weeks' },
  month: { one: 'Month', many: 'Months' },
};

type Props = {
  period: Period;
  /** The nearest periods of the same kind that have papers. */
  before: Period | null;
  after: Period | null;
  /** The period's last day so far, which leads from a month to its latest day. */
  until: string;
  topic?: string;
  calendar?: ReactNode;
};

/** Heading of a day, week or month, with links to its neighbors and to the other period kinds. */
export function PeriodBar({ period, before, after, until, topic, calendar }: Props) {
  const path = (to: Period) => feedPath(topic ? { kind: 'topic', topic, order: to } : to);
  const { first, last } = daysOf(period);
  const Heading = topic ? 'h2' : 'h1';
  return (
    <div className="mb-4 space-y-3">
      <div id="nearest" className="hidden scroll-mt-24 target:block">
        <Notice>
          No papers {period.kind === 'date' ? 'on the day' : `in the ${period.kind}`} you asked for:
          this is the nearest earlier one that has some.
        </Notice>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <Heading className={pageTitle}>
            <time dateTime={period.at}>{formatPeriod(period)}</time>
          </Heading>
          {period.kind === 'week' ? (
            <p className="mt-0.5 text-muted text-sm">{formatDays(first, last)}</p>
          ) : null}
        </div>
        <nav aria-label={WORDS[period.kind].many} className="screen-only flex gap-1.5 text-sm">
          {before ? (
            <Link href={path(before)} rel="prev" prefetch={false} className={step}>
              <Icon name="left" />
              <span className="sr-only">Earlier: </span>
              {formatShortPeriod(before)}
            </Link>
          ) : null}
          {after ? (
            <Link href={path(after)} rel="next" prefetch={false} className={step}>
              <span className="sr-only">Later: </span>
              {formatShortPeriod(after)}
              <Icon name="right" />
            </Link>
          ) : null}
        </nav>
      </div>
      <div className="screen-only relative flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        {topic ? null : (
          <FeedTabs
            label="By day, week or month"
            tabs={PERIOD_KINDS.map((kind) => ({
              label: WORDS[kind].one,
              href: feedPath(periodOf(kind, until)),
              current: kind === period.kind,
            }))}
          />
        )}
        {calendar}
        {topic ? null : (
          <div className="ml-auto">
            <SubscribeMenu source={{ kind: 'latest', period: period.kind, topic: null }} />
          </div>
        )}
      </div>
    </div>
  );
}

const step =
  'inline-flex h-8 items-center gap-1 rounded-md border border-line bg-surface px-2.5 text-muted hover:border-line-strong hover:text-ink';
