import Link from 'next/link';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { formatCount, formatDayOnly, formatMonth } from '@/lib/papers/dates';
import { feedPath } from '@/lib/papers/paths';
import { addDays, daysOf, type Period, periodOf, weekday } from '@/lib/papers/periods';
import type { Calendar as Facts } from '@/lib/papers/types';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Tints of a day, relative to the day with the most papers. */
const HEAT = ['bg-heat-1', 'bg-heat-2', 'bg-heat-3', 'bg-heat-4'];

type Props = { calendar: Facts; period: Period; topic?: string };

/** A month's days with their paper counts, as links to days, weeks and neighboring months. */
export function Calendar({ calendar: { month, counts, before, after }, period, topic }: Props) {
  const path = (to: Period) => feedPath(topic ? { kind: 'topic', topic, order: to } : to);
  const papers = new Map(counts.map(({ day, papers }) => [day, papers]));
  const most = Math.max(1, ...papers.values());
  const { first, last } = daysOf({ kind: 'month', at: month });
  const monday = addDays(first, -weekday(first));
  const weeks: string[] = [];
  for (let day = monday; day <= last; day = addDays(day, 7)) weeks.push(day);
  const now = daysOf(period);
  const inMonth = (day: string) => day >= first && day <= last;
  return (
    <Disclosure
      label="Calendar"
      wide
      className="h-8 rounded-md px-2.5 text-muted hover:bg-sunken hover:text-ink"
    >
      <table className="border-separate border-spacing-0.5 text-center text-xs tabular-nums">
        <caption className="mb-1">
          <span className="flex items-center justify-between">
            {before ? (
              <Link href={path({ kind: 'month', at: before })} prefetch={false} className={step}>
                <Icon name="left" />
                <span className="sr-only">{formatMonth(before)}</span>
              </Link>
            ) : (
              <span className="size-8" />
            )}
            {counts.length > 0 ? (
              <Link
                href={path({ kind: 'month', at: month })}
                prefetch={false}
                className="rounded px-1.5 py-1 font-medium text-sm hover:bg-sunken"
              >
                {formatMonth(month)}
              </Link>
            ) : (
              <span className="font-medium text-sm">{formatMonth(month)}</span>
            )}
            {after ? (
              <Link href={path({ kind: 'month', at: after })} prefetch={false} className={step}>
                <Icon name="right" />
                <span className="sr-only">{formatMonth(after)}</span>
              </Link>
            ) : (
              <span className="size-8" />
            )}
          </span>
        </caption>
        <thead>
          <tr className="text-muted">
            <th scope="col" className="w-10 font-normal">
              Week
            </th>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" className="font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((start) => {
            const days = WEEKDAYS.map((_, at) => addDays(start, at));
            const week = periodOf('week', start);
            const number = Number(week.at.slice(6));
            return (
              <tr key={start}>
                <th scope="row" className="font-normal text-muted">
                  {days.some((day) => papers.has(day)) ? (
                    <Link href={path(week)} prefetch={false} className={`${cell} hover:bg-sunken`}>
                      <span className="sr-only">Week </span>
                      {number}
                    </Link>
                  ) : (
                    <span className={cell}>{number}</span>
                  )}
                </th>
                {days.map((day) => (
                  <td key={day} className="p-0">
                    {inMonth(day) ? (
                      <Day
                        day={day}
                        papers={papers.get(day) ?? 0}
                        most={most}
                        href={path({ kind: 'date', at: day })}
                        current={day >= now.first && day <= now.last && period.kind !== 'month'}
                      />
                    ) : null}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Disclosure>
  );
}

type DayProps = { day: string; papers: number; most: number; href: string; current: boolean };

function Day({ day, papers, most, href, current }: DayProps) {
  const date = Number(day.slice(8));
  const ring = current ? 'outline-2 outline-accent' : '';
  if (papers === 0) {
    return (
      <span className={`${cell} text-muted ${ring}`}>
        {date}
        <span className="sr-only">: no papers</span>
      </span>
    );
  }
  const tint = HEAT[Math.ceil((papers / most) * HEAT.length) - 1];
  const words = `${formatCount(papers)} ${papers === 1 ? 'paper' : 'papers'}`;
  return (
    <Link
      href={href}
      prefetch={false}
      title={words}
      aria-label={`${formatDayOnly(day)}: ${words}`}
      aria-current={current ? 'date' : undefined}
      className={`${cell} ${tint} hover:outline-2 hover:outline-line-strong ${ring}`}
    >
      {date}
    </Link>
  );
}

const cell = 'grid h-8 w-10 place-items-center rounded';
const step = 'grid size-8 place-items-center rounded text-muted hover:bg-sunken hover:text-ink';
