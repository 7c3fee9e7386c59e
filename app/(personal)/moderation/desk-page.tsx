import type { ReactNode } from 'react';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { DeskNav } from '@/components/moderation/desk-nav';
import { Outcome } from '@/components/ui/outcome';
import { reasonWords } from '@/lib/base/errors';
import { logPath } from '@/lib/moderation/paths';
import { doneMessage } from '@/lib/registry/find';
import type { FormName } from '@/lib/registry/form-path';
import { resolvedWords } from '@/lib/reports/messages';

type Props = {
  title: string;
  hint?: ReactNode;
  /** The current tab, if any. */
  at?: string;
  /** The form that redirected back here, and its error code. */
  done: string;
  error: string;
  children: ReactNode;
};

/** Forms that write no entry to the public log, or not always. */
const UNLOGGED = new Set<string>([
  'moderation/dismissPattern',
  'appeals/replyToAppeal',
] satisfies FormName[]);

const REFUSED: Record<string, string> = {
  invalid: 'Choose something, and give a reason of 3 to 500 characters.',
  not_found: 'There was nothing to do: it is gone or has already been done.',
  conflict: 'This is not possible in the current state, which may have changed in the meantime.',
  forbidden:
    'You can’t moderate your own account, votes or comments, and only administrators can moderate those of moderators.',
  rate_limited: 'Too many requests. Try again in a few minutes.',
};

/** Frame of the moderation pages, with the outcome of a form. */
export async function DeskPage({ title, hint, at, done, error, children }: Props) {
  const logged = UNLOGGED.has(done) ? null : (
    <a href={logPath()} className="text-link">
      It is in the public log.
    </a>
  );
  return (
    <PageShell>
      <DeskNav at={at} />
      <PageHeading hint={hint}>{title}</PageHeading>
      <div className="mb-4 empty:hidden">
        <Outcome
          errorTitle="Nothing was changed."
          error={error && reasonWords(error, REFUSED)}
          doneTitle={done && (resolvedWords(done) ?? (await doneMessage(done)) ?? 'Done.')}
          done={done && logged}
        />
      </div>
      {children}
    </PageShell>
  );
}
