import type { SourceState } from '@/lib/operations/types';
import { formatCount, formatDayOnly, formatMoment } from '@/lib/papers/dates';

type Props = {
  sources: SourceState[];
  harvests: {
    set: string;
    doneUntil: string | null;
    fromDay: string | null;
    pages: number;
    total: number | null;
  }[];
  mirrored: { day: string; papers: number }[];
  timeZone: string;
};

/** Progress of harvests and mirrors, and the sources that are in backoff. */
export function SourceList({ sources, harvests, mirrored, timeZone }: Props) {
  const lines = [
    ...harvests.map((harvest) => [`arXiv, ${harvest.set}`, harvestWords(harvest)] as const),
    ...mirrored.map(
      ({ day, papers }) => [`Daily list of ${formatDayOnly(day)}`, `${papers} papers`] as const,
    ),
    ...sources.map((source) => [source.source, stateWords(source, timeZone)] as const),
  ];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="sources" className="mt-8">
      <h2 id="sources" className="font-semibold">
        Sources
      </h2>
      <dl className="mt-2 divide-y divide-line text-sm">
        {lines.map(([name, words]) => (
          <div key={name} className="flex flex-wrap gap-x-4 py-1.5">
            <dt className="w-56 shrink-0 text-muted">{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function harvestWords({ doneUntil, fromDay, pages, total }: Props['harvests'][number]): string {
  const done = doneUntil ? `In until ${formatDayOnly(doneUntil)}.` : '';
  if (!fromDay) return done;
  const of = total ? ` of a list of ${formatCount(total)} papers` : '';
  return `${done} Under way from ${formatDayOnly(fromDay)} on: ${pages} pages${of}.`.trim();
}

function stateWords({ failures, until }: SourceState, timeZone: string): string {
  const failed = failures > 0 ? `${failures} failures in a row. ` : '';
  if (until) return `${failed}Not asked before ${formatMoment(until, timeZone)}.`;
  return failed || 'Answers.';
}
