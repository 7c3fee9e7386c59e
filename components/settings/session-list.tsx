import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { OwnSession } from '@/lib/account/types';
import { formatMoment } from '@/lib/papers/dates';

/** Where the reader is signed in, each to be ended, and all of them at once. */
export function SessionList({ sessions, timeZone }: { sessions: OwnSession[]; timeZone: string }) {
  return (
    <div className="space-y-4">
      <ul className="divide-y divide-line border-line border-y text-sm">
        {sessions.map(({ id, device, since, until, current }) => {
          const where = device ?? 'An unknown browser';
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
              <div className="min-w-0 grow">
                <p className="font-medium">
                  {where} {current ? <Badge kind="accent">This one</Badge> : null}
                </p>
                <p className="text-muted">
                  Signed in on <time dateTime={since}>{formatMoment(since, timeZone)}</time>, ends
                  by itself on <time dateTime={until}>{formatMoment(until, timeZone)}</time>
                </p>
              </div>
              {current ? null : (
                <form method="post" action="/api/settings/sessions/end">
                  <input type="hidden" name="id" value={id} />
                  <Button
                    type="submit"
                    size="sm"
                    aria-label={`End the session of ${where}, since ${formatMoment(since, timeZone)}`}
                  >
                    End
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      <form
        method="post"
        action="/api/settings/sessions/end-all"
        className="flex flex-wrap gap-2"
        aria-label="End several sessions"
      >
        {sessions.length > 1 ? (
          <Button type="submit" name="which" value="others">
            End all others
          </Button>
        ) : null}
        <Button type="submit" name="which" value="all" variant="danger">
          End all, this one too
        </Button>
      </form>
    </div>
  );
}
