import type { Metadata } from 'next';
import { SubscribeForm } from '@/components/digests/subscribe-form';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Notice } from '@/components/ui/notice';
import { Outcome } from '@/components/ui/outcome';
import { reasonWords } from '@/lib/base/errors';
import { addressInput } from '@/lib/digests/schema';
import { param, signInPage } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { fieldMessages } from '@/lib/web/action';

export const metadata: Metadata = {
  title: 'Papers by mail',
  description: 'The papers that a community finds worth reading, in your inbox.',
};

export default async function SubscribePage({ searchParams }: PageProps<'/subscribe'>) {
  const params = await searchParams;
  const { mail } = await signInPage(params);
  const values = {
    email: param(params, 'email'),
    cadence: param(params, 'cadence'),
    hour: param(params, 'hour'),
    timeZone: param(params, 'timeZone') || site().timeZone,
    topics: param(params, 'topics'),
  };
  const error = param(params, 'error');
  const read = addressInput.safeParse(values);
  const errors: Record<string, string> = error && !read.success ? fieldMessages(read.error) : {};
  if (error === 'invalid' && read.success) errors.email = 'This is not one e-mail address.';
  return (
    <PageShell width="form">
      <PageHeading hint="The best of the day, the week or the month, with summaries. No account needed.">
        Papers in your inbox
      </PageHeading>
      {param(params, 'done') ? (
        <Notice kind="success" role="status" title="Check your mail">
          A link that says yes is on its way. Nothing is mailed before you have pressed its button.
          {mail.mode === 'local' ? (
            <>
              {' '}
              This site has no mail server: the mail is in the{' '}
              <a href="/mailbox" className="text-link">
                local mailbox
              </a>
              .
            </>
          ) : null}
        </Notice>
      ) : mail.mode === 'off' ? (
        <Notice title="This site mails nothing">{mail.why}</Notice>
      ) : (
        <div className="space-y-4">
          <Outcome error={error && Object.keys(errors).length === 0 && reasonWords(error)} />
          <SubscribeForm values={values} errors={errors} />
        </div>
      )}
    </PageShell>
  );
}
