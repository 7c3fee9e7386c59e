import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { moderateReaderPath, PATTERNS_PATH } from '@/lib/moderation/paths';
import type { Pattern } from '@/lib/moderation/types';
import { formatDate } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';
import { ActForm } from './act-form';
import { Evidence } from './evidence';

type Props = { pattern: Pattern; timeZone: string; reason?: string };

/** A detected voting pattern with its evidence and actions. */
export function PatternCard({ pattern, timeZone, reason }: Props) {
  const { key, dismissed, papers, votes } = pattern;
  const id = `p${key.slice(0, 12)}`;
  const shown = papers.reduce((sum, paper) => sum + paper.votes.length, 0);
  return (
    <Card id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="text-balance font-semibold">
        {headline(pattern)}
      </h2>
      <p className="mt-1 text-muted text-sm">
        {`${votes} votes on ${papers.length} papers. ${INNOCENT[pattern.kind]}`}
        {shown < votes ? ` The latest ${shown} are listed.` : ''}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm">
        {pattern.readers.map(({ handle }) => (
          <a
            key={handle}
            href={moderateReaderPath(handle)}
            className="inline-flex min-h-6 items-center text-accent underline-offset-4 hover:underline"
          >
            About @{handle}
          </a>
        ))}
      </p>
      {dismissed ? (
        <p className="mt-2 break-words text-sm">
          {`Put aside on ${formatDate(dismissed.at, timeZone)} by ${
            dismissed.by ? `@${dismissed.by}` : 'somebody who is gone'
          }: ${dismissed.reason}`}
        </p>
      ) : null}
      <ActForm
        id={id}
        action={formPath('moderation/excludeVotes')}
        from={`${PATTERNS_PATH}?at=${id}`}
        fields={{ key, count: votes }}
        reason={reason}
        hint="For excluded votes it appears in the public log; for a dismissed pattern, here."
        buttons={
          <>
            <Button type="submit" size="sm" variant="danger">
              Exclude the chosen votes
            </Button>
            {dismissed ? null : (
              <Button type="submit" size="sm" formAction={formPath('moderation/dismissPattern')}>
                Put aside
              </Button>
            )}
          </>
        }
      >
        <Evidence papers={papers} timeZone={timeZone} chosen />
      </ActForm>
    </Card>
  );
}

function headline({ kind, readers, subject }: Pattern): string {
  const names = readers.map(({ handle }) => `@${handle}`);
  const named =
    names.length <= 4 ? and(names) : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
  switch (kind) {
    case 'network':
      return `${named} voted for the same papers from one network`;
    case 'mutual':
      return `${named} vote for each other’s papers`;
    case 'mailbox':
      return `${named} share a mailbox and voted for the same papers`;
    case 'crowd':
      return `${named} voted from one network, more than it does for other papers`;
    case 'newcomers':
      return `${named} joined on ${formatDate(`${subject}T00:00:00Z`, 'UTC')} and voted for the same papers`;
    case 'focus':
      return `${named} votes almost only for ${subject}`;
  }
}

const and = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const INNOCENT: Record<Pattern['kind'], string> = {
  network: 'A lab, a class or a household can share a network and a reading list.',
  mutual: 'Colleagues read each other’s work.',
  mailbox: 'One person may have made a second account without a purpose.',
  crowd: 'A lab or a class may vote for what it works on.',
  newcomers: 'A class, or a paper that is talked about elsewhere, can bring many readers in a day.',
  focus: 'Someone may have come for one subject.',
};
