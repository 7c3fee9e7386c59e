import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

type Props = {
  heading: string;
  /** Null if the token is invalid. */
  form: { action: string; token: string; question: string; button: string } | null;
  done: { title: string; text: string } | null;
};

/** The page behind an emailed link. Only its button acts, because mail scanners open links. */
export function TokenPage({ heading, form, done }: Props) {
  return (
    <PageShell width="form">
      <PageHeading>{heading}</PageHeading>
      {done ? (
        <Notice kind="success" role="status" title={done.title}>
          {done.text}
        </Notice>
      ) : form ? (
        <form method="post" action={form.action} className="space-y-4">
          <input type="hidden" name="token" value={form.token} />
          <p>{form.question}</p>
          <Button type="submit" variant="primary">
            {form.button}
          </Button>
        </form>
      ) : (
        <Notice kind="caution" title="This link cannot be used.">
          It is not complete, or too old.{' '}
          <a href="/subscribe" className="text-link">
            Ask for papers again
          </a>
          .
        </Notice>
      )}
    </PageShell>
  );
}
