import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { MailMode } from '@/lib/mail/mode';

/** Asks for a mailed link, or says why that is not possible here. */
export function MailForm({
  mail,
  from,
  others,
}: {
  mail: MailMode;
  from: string;
  /** There are other ways to sign in. */
  others: boolean;
}) {
  if (mail.mode === 'off') {
    return (
      <Notice title="Signing in by mail is off">
        {mail.why} {others ? null : 'Whoever runs this site can set a mail server or a provider.'}
      </Notice>
    );
  }
  return (
    <form method="post" action="/api/auth/signin/email" className="space-y-4">
      <input type="hidden" name="from" value={from} />
      <Field
        id="email"
        label="E-mail address"
        hint="We mail you a link that signs you in. There is no password."
      >
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="w-full">
        Mail me a link
      </Button>
      {mail.mode === 'local' ? (
        <Notice title="No mail server is set up">
          On this machine the mail lands in the{' '}
          <a href="/mailbox" className="text-link">
            local mailbox
          </a>
          . Any address will do.
        </Notice>
      ) : null}
    </form>
  );
}
