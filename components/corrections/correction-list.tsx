import type { ReactNode } from 'react';
import { Changes } from '@/components/ui/changes';
import { type Correction, FIELD_NAMES } from '@/lib/corrections/types';
import { entryPath } from '@/lib/moderation/paths';
import { formatMoment } from '@/lib/papers/dates';
import { profilePath } from '@/lib/people/paths';

type Props = {
  corrections: Correction[];
  timeZone?: string;
  /** What can be done about one. */
  renderAct?: (correction: Correction) => ReactNode;
};

/** What was corrected, by whom and when, with what was there before; the latest first. */
export function CorrectionList({ corrections, timeZone, renderAct }: Props) {
  if (corrections.length === 0) {
    return <p className="text-muted">Nothing was corrected so far.</p>;
  }
  return (
    <ol className="space-y-6">
      {corrections.map((correction) => (
        <li key={correction.id} id={`correction-${correction.id}`}>
          <h3 className="font-semibold text-sm">{FIELD_NAMES[correction.field]}</h3>
          <p className="text-muted text-sm">
            <time dateTime={correction.at}>{formatMoment(correction.at, timeZone)}</time> by{' '}
            <Corrector {...correction} />
          </p>
          <p
            dir="auto"
            className="mt-1 whitespace-pre-wrap rounded-md border border-line bg-surface p-3 text-sm [overflow-wrap:anywhere]"
          >
            <Changes pieces={correction.pieces} />
          </p>
          {renderAct?.(correction)}
        </li>
      ))}
    </ol>
  );
}

function Corrector({ by, logId }: Correction) {
  const reader = by ? (
    <a href={profilePath(by)} className="text-link">
      @{by}
    </a>
  ) : (
    'a former reader'
  );
  if (logId === null) return <>{reader}, an author</>;
  return (
    <>
      {reader}, a moderator, who undid a correction (
      <a href={entryPath(logId)} className="text-link">
        entry {logId}
      </a>
      )
    </>
  );
}
