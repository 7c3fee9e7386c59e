import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { MailMode } from '@/lib/mail/mode';

type Props = {
  mail: MailMode;
  from: string;
  /** Whether there are other ways to sign in. */
  others: boolean;
};

/** Requests a sign-in email, or says why this site cannot send one. */
export function MailForm({ mail, from, others }: Props) {
  if (mail.mode === 'off') {
    return (
      <Notice title="Sign-in by mail is off">
        {mail.why}{' '}
        {others ? null : 'An administrator of this site can set up a mail server or a provider.'}
      </Notice>
    );
  }
  return (
    <form method="post" action="/api/auth/signin/email" className="space-y-4">
      <input type="hidden" name="from" value={from} />
      <Field
        id="email"
        label="E-mail address"
        hint="We’ll mail you a link and a code. There is no password."
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
        Continue
      </Button>
      {mail.mode === 'local' ? (
        <Notice title="No mail server is set up">
          On this machine, mail goes to the{' '}
          <a href="/mailbox" className="text-link">
            local mailbox
          </a>
          . Any address works.
        </Notice>
      ) : null}
    </form>
  );
}
