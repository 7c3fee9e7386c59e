import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Moment } from '@/components/ui/moment';
import type { OwnSession } from '@/lib/account/types';
import { formatMoment } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';
import { KeptItem, KeptList } from './kept-item';

/** The user's sessions; ends one or all. */
export function SessionList({
  sessions,
  tokens,
  timeZone,
}: {
  sessions: OwnSession[];
  /** How many API tokens the user has. */
  tokens: number;
  timeZone: string;
}) {
  return (
    <div className="space-y-4">
      <KeptList>
        {sessions.map(({ id, device, since, until, current }) => {
          const where = device ?? 'An unknown browser';
          return (
            <KeptItem
              key={id}
              title={
                <>
                  {where} {current ? <Badge kind="accent">This one</Badge> : null}
                </>
              }
              about={
                <>
                  Signed in: <Moment at={since} timeZone={timeZone} precise />, expires on{' '}
                  <time dateTime={until}>{formatMoment(until, timeZone)}</time>
                </>
              }
              remove={
                current
                  ? undefined
                  : {
                      action: formPath('account/endSession'),
                      fields: { id },
                      button: 'End',
                      label: `End the session of ${where}, since ${formatMoment(since, timeZone)}`,
                    }
              }
            />
          );
        })}
      </KeptList>
      <form
        method="post"
        action={formPath('account/endSessions')}
        className="flex flex-wrap items-center gap-2"
        aria-label="End several sessions"
      >
        {tokens > 0 && sessions.length > 1 ? (
          <label className="flex min-h-6 basis-full items-center gap-2 text-sm">
            <input type="checkbox" name="tokens" value="too" className="size-4 accent-accent" />
            {tokens === 1
              ? 'End my API token together with all others'
              : `End my ${tokens} API tokens together with all others`}
          </label>
        ) : null}
        {sessions.length > 1 ? (
          <Button type="submit" name="which" value="others">
            End all others
          </Button>
        ) : null}
        <Button type="submit" name="which" value="all" variant="danger">
          End all, including this one
        </Button>
        {tokens > 0 ? (
          <p className="basis-full text-muted text-sm">
            Ending all sessions also ends your API tokens.
          </p>
        ) : null}
      </form>
    </div>
  );
}
