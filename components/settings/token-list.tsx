import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { formatDate, formatDayOnly } from '@/lib/papers/dates';
import type { OwnToken } from '@/lib/tokens/types';

type Props = {
  tokens: OwnToken[];
  /** The token that was made just now, which is told this once. */
  fresh: string | null;
  timeZone?: string;
};

export function TokenList({ tokens, fresh, timeZone }: Props) {
  return (
    <div className="space-y-4">
      {fresh ? (
        <div id="new">
          <Notice kind="success" role="status" title="Your new token">
            <p>Copy it now: it is shown this once, and only a hash of it is kept.</p>
            <p className="mt-2 flex flex-wrap items-center gap-2">
              <code className="min-w-0 grow select-all rounded bg-surface px-2 py-1 [overflow-wrap:anywhere]">
                {fresh}
              </code>
              <CopyButton text={fresh} />
            </p>
          </Notice>
        </div>
      ) : null}
      {tokens.length ? (
        <ul aria-label="Your tokens" className="divide-y divide-line border-line border-y text-sm">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <div className="min-w-0 grow">
                <p className="[overflow-wrap:anywhere]">
                  <span className="font-medium">{token.name}</span>{' '}
                  <span className="text-muted">ppt_…{token.ending}</span>
                </p>
                <p className="text-muted">
                  {token.scopes.length ? token.scopes.join(', ') : 'reads what is public'} · made{' '}
                  {formatDate(token.createdAt, timeZone)} · {token.expired ? 'ended' : 'ends'}{' '}
                  {formatDate(token.expires, timeZone)} ·{' '}
                  {token.lastUsed ? `last used ${formatDayOnly(token.lastUsed)}` : 'not used yet'}
                </p>
              </div>
              <form method="post" action="/api/settings/tokens/revoke">
                <input type="hidden" name="id" value={token.id} />
                <Button type="submit" size="sm" aria-label={`Revoke ${token.name}`}>
                  Revoke
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted text-sm">You have no tokens.</p>
      )}
    </div>
  );
}
