import { SecretNotice } from '@/components/ui/secret-notice';
import { formatDate, formatDayOnly } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';
import type { OwnToken } from '@/lib/tokens/types';
import { KeptItem, KeptList } from './kept-item';

type Props = {
  tokens: OwnToken[];
  /** The token that was just created; it is shown only once. */
  fresh: string | null;
  timeZone?: string;
};

export function TokenList({ tokens, fresh, timeZone }: Props) {
  return (
    <>
      {fresh ? (
        <div id="new">
          <SecretNotice title="Your new token" secret={fresh}>
            Copy it now. It is shown only once; we store only its hash.
          </SecretNotice>
        </div>
      ) : null}
      {tokens.length ? (
        <KeptList label="Your tokens">
          {tokens.map((token) => (
            <KeptItem
              key={token.id}
              title={
                <>
                  {token.name} <span className="font-normal text-muted">ppt_…{token.ending}</span>
                </>
              }
              about={[
                token.scopes.length ? token.scopes.join(', ') : 'reads what is public',
                `created ${formatDate(token.createdAt, timeZone)}`,
                `${token.expired ? 'expired' : 'expires'} ${formatDate(token.expires, timeZone)}`,
                token.lastUsed ? `last used ${formatDayOnly(token.lastUsed)}` : 'not used yet',
              ].join(' · ')}
              remove={{
                action: formPath('tokens/revokeToken'),
                fields: { id: token.id },
                button: 'Revoke',
                label: `Revoke ${token.name}`,
              }}
            />
          ))}
        </KeptList>
      ) : (
        <p className="text-muted text-sm">You have no tokens.</p>
      )}
    </>
  );
}
