import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { INVITE_DAYS } from '@/lib/groups/schema';
import type { Invite } from '@/lib/groups/types';
import { formatMoment } from '@/lib/papers/dates';

type Props = {
  slug: string;
  invites: Invite[];
  /** The invitation that was just made, with its link, which is told this once. */
  fresh: { id: string; link: string } | null;
  timeZone?: string;
  /** Where its forms are sent. */
  base?: '/api/groups' | '/api/organizations';
};

/** Links that let people in: make one, see which there are, revoke one. */
export function Invites({ slug, invites, fresh, timeZone, base = '/api/groups' }: Props) {
  return (
    <div className="space-y-4">
      {fresh ? (
        <Notice kind="success" role="status" title="Send this link to those you invite">
          <p>It is shown now only. Whoever has it can join until it ends or you revoke it.</p>
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <code className="min-w-0 grow select-all rounded bg-surface px-2 py-1 [overflow-wrap:anywhere]">
              {fresh.link}
            </code>
            <CopyButton text={fresh.link} />
          </p>
        </Notice>
      ) : null}
      <form method="post" action={`${base}/invite`} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="slug" value={slug} />
        <label htmlFor="days" className="text-sm">
          For
        </label>
        <select
          id="days"
          name="days"
          defaultValue="7"
          className="h-8 rounded-md border border-line-strong bg-surface px-2 text-sm"
        >
          {INVITE_DAYS.map((days) => (
            <option key={days} value={days}>
              {days === '1' ? '1 day' : `${days} days`}
            </option>
          ))}
        </select>
        <Button type="submit" size="sm" variant="primary">
          Make an invitation link
        </Button>
      </form>
      {invites.length ? (
        <ul className="divide-y divide-line border-line border-y text-sm">
          {invites.map(({ id, expires, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="min-w-0 grow">
                Made {formatMoment(createdAt, timeZone)}, ends {formatMoment(expires, timeZone)}
                {id === fresh?.id ? ' (the one above)' : ''}
              </span>
              <form method="post" action={`${base}/revoke`}>
                <input type="hidden" name="slug" value={slug} />
                <input type="hidden" name="invite" value={id} />
                <Button type="submit" size="sm">
                  Revoke
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted text-sm">No link lets anybody in at the moment.</p>
      )}
    </div>
  );
}
