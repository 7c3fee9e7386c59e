import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  email: string | null;
  /** The new address pending confirmation. */
  pending: string | null;
  /** The rejected input. */
  typed: string;
  error?: string;
  mail: 'smtp' | 'local' | 'off';
};

/** The user's email address, and the form that changes it. */
export function AddressSection({ email, pending, typed, error, mail }: Props) {
  return (
    <section aria-labelledby="address" className="space-y-4">
      <h2 id="address" className="font-semibold">
        E-mail address
      </h2>
      <p className="text-sm [overflow-wrap:anywhere]">
        {email ? (
          <>
            Sign-in mail goes to <strong>{email}</strong>. Nobody else sees it.
          </>
        ) : (
          'You have no address here and sign in with a provider.'
        )}
      </p>
      {pending ? (
        <Notice title="Waiting to be confirmed">
          <p className="[overflow-wrap:anywhere]">
            We sent a mail to {pending}. The address changes when the link in it is opened and
            confirmed, within an hour.
            {mail === 'local' ? (
              <>
                {' '}
                It lands in the{' '}
                <a href="/mailbox" className="text-link">
                  local mailbox
                </a>
                .
              </>
            ) : null}
          </p>
          <form method="post" action={formPath('account/cancelEmailChange')} className="mt-2">
            <Button type="submit" size="sm">
              Keep the current address
            </Button>
          </form>
        </Notice>
      ) : null}
      {mail === 'off' ? (
        <p className="text-muted text-sm">
          This site can’t send mail, so the address can’t be changed.
        </p>
      ) : (
        <form method="post" action={formPath('account/requestEmailChange')} className="space-y-3">
          <Field
            id="email"
            label="New address"
            error={error}
            hint="We’ll mail it a link to confirm. All sessions end then, and you sign in with the new address. We’ll notify the current address too."
          >
            {(control) => (
              <Input
                {...control}
                name="email"
                type="email"
                required
                maxLength={254}
                defaultValue={typed}
                autoComplete="email"
                spellCheck={false}
              />
            )}
          </Field>
          <Button type="submit">Send confirmation link</Button>
        </form>
      )}
    </section>
  );
}
