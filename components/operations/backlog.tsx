import type { Backlog } from '@/lib/operations/types';
import { formatCount } from '@/lib/papers/dates';

export function BacklogFacts({ backlog }: { backlog: Backlog }) {
  const { waiting, running, givenUp, mails, failedMails, search, workers } = backlog;
  const facts = [
    ['Processes that run jobs', workers],
    ['Jobs that wait', waiting],
    ['Jobs that run', running],
    ['Jobs given up', givenUp],
    ['Mails to send', mails],
    ['Mails refused', failedMails],
    ['Papers to index', search],
  ] as const;
  return (
    <dl
      aria-label="Backlog"
      className="mb-6 grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-4"
    >
      {facts.map(([name, count]) => (
        <div key={name}>
          <dt className="text-muted">{name}</dt>
          <dd className="font-semibold text-lg tabular-nums">{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
