import type { ReactNode } from 'react';
import { MathText } from '@/components/papers/math-text';
import { Moment } from '@/components/ui/moment';
import { paperPath } from '@/lib/papers/paths';
import { identifierWords, sourceName, submissionProblem } from '@/lib/submissions/messages';
import { submitPath } from '@/lib/submissions/paths';
import type { OwnSubmission } from '@/lib/submissions/types';
import { DropForm } from './drop-form';

/** The viewer's drafts and held submissions with their outcomes. */
export function OwnSubmissions({ submissions }: { submissions: OwnSubmission[] }) {
  if (submissions.length === 0) return null;
  return (
    <section aria-labelledby="own" className="mt-8">
      <h2 id="own" className="font-semibold text-sm">
        Drafts and pending
      </h2>
      <ul className="mt-2 divide-y divide-line border-line border-y text-sm">
        {submissions.map((submission) => (
          <li key={submission.id} className="py-2">
            <p className="font-medium [overflow-wrap:anywhere]">
              <Name submission={submission} />
            </p>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-muted">
              <p>
                <State submission={submission} /> <Moment at={submission.createdAt} precise />
              </p>
              {submission.status === 'done' ? null : (
                <DropForm
                  id={submission.id}
                  label={
                    submission.status === 'refused'
                      ? 'Dismiss'
                      : submission.status === 'draft'
                        ? 'Delete draft'
                        : 'Withdraw'
                  }
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ submission: { id, slug, status, title, source, externalId } }: Props): ReactNode {
  const name = title ? <MathText text={title} /> : identifierWords(source, externalId);
  const href = slug
    ? paperPath(slug)
    : status === 'draft'
      ? submitPath({ draft: String(id) })
      : null;
  return href ? (
    <a href={href} className="text-link">
      {name}
    </a>
  ) : (
    name
  );
}

type Props = { submission: OwnSubmission };

function State({ submission: { status, reason, words, source } }: Props): ReactNode {
  switch (status) {
    case 'draft':
      return 'Draft, started';
    case 'pending':
      return `Pending: ${sourceName(source)} has not responded yet. Submitted`;
    case 'waiting':
      return 'Waiting for a moderator. Submitted';
    case 'refused':
      return words
        ? `Declined by a moderator: “${words}” Submitted`
        : `Not published. ${submissionProblem(reason ?? '')} Submitted`;
    default:
      return reason ? 'Already here. Submitted' : 'On the feed. Submitted';
  }
}
