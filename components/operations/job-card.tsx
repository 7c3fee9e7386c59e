import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { Moment } from '@/components/ui/moment';
import { countsWords, durationWords, jobTitle } from '@/lib/operations/messages';
import { OPERATIONS_PATH } from '@/lib/operations/paths';
import type { JobRun, QueuedJob, ScheduledJob } from '@/lib/operations/types';
import { formatMoment } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';

type Props = { job: ScheduledJob; off: string | null; timeZone: string };

/** A scheduled job: its last run, its next run, and a button that runs it now. */
export function JobCard({ job: { name, runs, queued, next }, off, timeZone }: Props) {
  const title = jobTitle(name);
  const [last, ...earlier] = runs;
  return (
    <section aria-labelledby={name} className="py-3">
      <div className="flex items-start justify-between gap-x-4">
        <h2 id={name} className="font-semibold">
          {title}
        </h2>
        <form method="post" action={formPath('operations/runJob')} className="shrink-0">
          <input type="hidden" name="from" value={`${OPERATIONS_PATH}#${name}`} />
          <input type="hidden" name="job" value={name} />
          <Button type="submit" size="sm" aria-label={`Run now: ${title}`}>
            Run now
          </Button>
        </form>
      </div>
      {off ? <p className="text-muted text-sm">{off}</p> : null}
      <div className="mt-1 space-y-1 text-sm">
        {last ? <Line run={last} timeZone={timeZone} /> : <p className="text-muted">Never run.</p>}
        {queued.map((one) => (
          <p key={`${one.runAt} ${one.attempts}`}>{queueWords(one, timeZone)}</p>
        ))}
        {next ? (
          <p className="text-muted">
            Next by the clock: <time dateTime={next}>{formatMoment(next, timeZone)}</time>
          </p>
        ) : null}
      </div>
      {earlier.length > 0 ? (
        <Fold label="Earlier runs" className="mt-1">
          <ol className="mt-1 space-y-1 text-sm">
            {earlier.map((run) => (
              <li key={run.id}>
                <Line run={run} timeZone={timeZone} />
              </li>
            ))}
          </ol>
        </Fold>
      ) : null}
    </section>
  );
}

const OUTCOMES: Record<JobRun['outcome'], string> = {
  running: 'Runs',
  done: 'Done',
  postponed: 'Postponed',
  failed: 'Failed',
  interrupted: 'Interrupted',
};

function Line({ run, timeZone }: { run: JobRun; timeZone: string }) {
  const { outcome, startedAt, finishedAt, startedBy, counts, reason } = run;
  const took = finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null;
  const details = [
    countsWords(counts) || (outcome === 'done' ? 'nothing to do' : ''),
    reason ?? (outcome === 'interrupted' ? 'its process ended' : ''),
    took === null ? '' : `in ${durationWords(took)}`,
    startedBy === 'operator' ? 'started by hand' : '',
  ].filter(Boolean);
  return (
    <p className="break-words">
      <Badge kind={outcome === 'failed' || outcome === 'interrupted' ? 'caution' : 'plain'}>
        {OUTCOMES[outcome]}
      </Badge>{' '}
      <Moment at={startedAt} timeZone={timeZone} precise />
      {details.length > 0 ? `: ${details.join('; ')}` : ''}
    </p>
  );
}

function queueWords(job: QueuedJob, timeZone: string): string {
  const { running, attempts, mostAttempts, runAt, lastError } = job;
  const error = lastError ? ` Last error: ${lastError}.` : '';
  if (running) return `Under way, attempt ${attempts} of ${mostAttempts}.${error}`;
  if (attempts >= mostAttempts) return `Given up after ${attempts} attempts.${error}`;
  const due = formatMoment(runAt, timeZone);
  return attempts > 0
    ? `Tried again from ${due} on, after ${attempts} of ${mostAttempts} attempts.${error}`
    : `Waits in the queue, due from ${due} on.`;
}
