import { Button } from '@/components/ui/button';
import type { OwnAccount } from '@/lib/account/types';
import { formatDate } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';

type Props = Pick<OwnAccount, 'providers' | 'ways' | 'email'> & { timeZone: string };

/** Linked provider accounts; the last sign-in method cannot be removed. */
export function ProvidersSection({ providers, ways, email, timeZone }: Props) {
  if (providers.length === 0) return null;
  return (
    <section aria-labelledby="providers" className="space-y-3">
      <div>
        <h2 id="providers" className="font-semibold">
          Connected accounts
        </h2>
        <p className="text-muted text-sm">
          Other ways to sign in to this account. Accounts are never connected by their address
          alone.
          {email ? '' : ' Confirm an e-mail address before you connect one.'}
        </p>
      </div>
      <ul className="divide-y divide-line border-line border-y text-sm">
        {providers.map(({ id, name, since, on }) => {
          const last = on && since !== null && ways < 2;
          return (
            <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <span className="min-w-0 grow">
                <strong className="font-medium">{name}</strong>{' '}
                <span className="text-muted">
                  {since ? `connected since ${formatDate(since, timeZone)}` : 'not connected'}
                  {on ? '' : ', no longer offered by this site'}
                  {last ? ', your only way to sign in' : ''}
                </span>
              </span>
              {since && !last ? (
                <form method="post" action={formPath('account/disconnectAccount')}>
                  <input type="hidden" name="provider" value={id} />
                  <Button type="submit" size="sm">
                    Disconnect {name}
                  </Button>
                </form>
              ) : null}
              {!since && email ? (
                <form method="post" action={`/api/auth/connect/${id}`}>
                  <Button type="submit" size="sm">
                    Connect {name}
                  </Button>
                </form>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
