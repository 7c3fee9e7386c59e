import { MathText } from '@/components/papers/math-text';
import { formatMoment } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import type { OwnSubmission } from '@/lib/submissions/types';
import { submissionProblem } from '@/lib/submissions/words';

/** The reader's submissions that had to wait for arXiv, and what became of them. */
export function OwnSubmissions({ submissions }: { submissions: OwnSubmission[] }) {
  if (submissions.length === 0) return null;
  return (
    <section aria-labelledby="own" className="mt-8">
      <h2 id="own" className="font-semibold text-sm">
        Your submissions that had to wait
      </h2>
      <ul className="mt-2 divide-y divide-line border-line border-y text-sm">
        {submissions.map((submission) => (
          <li key={submission.id} className="py-2">
            <p className="font-medium">
              {submission.paper ? (
                <a href={paperPath(submission.paper.slug)} className="text-link">
                  <MathText text={submission.paper.title} />
                </a>
              ) : (
                `arXiv:${submission.externalId}`
              )}
            </p>
            <p className="text-muted">
              <State {...submission} /> Submitted {formatMoment(submission.createdAt)}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ status, reason }: OwnSubmission) {
  if (status === 'pending') return 'Pending: arXiv has not answered yet.';
  if (status === 'refused') return `Not taken. ${submissionProblem(reason ?? '')}`;
  return reason ? submissionProblem(reason) : 'On the feed.';
}
