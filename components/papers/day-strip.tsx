import Link from 'next/link';
import { plural } from '@/lib/base/plural';
import { formatCount, formatDayOnly, formatShortDay } from '@/lib/papers/dates';
import { feedPath } from '@/lib/papers/paths';
import type { DayCount } from '@/lib/papers/types';

/** The last days with their paper counts, latest first. */
export function DayStrip({ days }: { days: DayCount[] }) {
  return (
    <nav aria-label="Last seven days" className="screen-only grow sm:grow-0">
      <ol className="grid grid-cols-7 gap-1 text-center text-xs tabular-nums">
        {days.map(({ day, papers }) => (
          <li key={day}>
            <Day day={day} papers={papers} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Day({ day, papers }: DayCount) {
  const [weekday, date] = formatShortDay(day).split(' ');
  const words = `${formatDayOnly(day)}: ${papers === 0 ? 'no papers' : plural(papers, 'paper')}`;
  const shown = (
    <>
      <span className="sr-only">{words}</span>
      <span aria-hidden="true">
        {weekday}
        <span className="max-[22.5rem]:hidden"> {date}</span>
      </span>
      <span aria-hidden="true" className={`font-semibold text-sm ${papers > 0 ? 'text-ink' : ''}`}>
        {papers === 0 ? '–' : formatCount(papers)}
      </span>
    </>
  );
  if (papers === 0) {
    return <span className={`${cell} text-muted`}>{shown}</span>;
  }
  return (
    <Link
      href={feedPath({ kind: 'date', at: day })}
      prefetch={false}
      className={`${cell} text-muted hover:bg-sunken hover:text-ink`}
    >
      {shown}
    </Link>
  );
}

const cell = 'flex h-10 flex-col items-center justify-center rounded-md leading-tight sm:w-14';
