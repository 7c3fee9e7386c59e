import type { ReactNode } from 'react';
import { MathText } from '@/components/papers/math-text';
import { Button } from '@/components/ui/button';
import { mergePath } from '@/lib/moderation/paths';
import type { MergeSide } from '@/lib/moderation/types';
import { formatDate } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import { formPath } from '@/lib/registry/form-path';
import { ActForm } from './act-form';

type Props = {
  from: MergeSide;
  into: MergeSide;
  /** Users who upvoted both. */
  both: number;
  done: boolean;
  reason: string;
  timeZone: string;
};

/** Two papers side by side, and the effects of merging them. */
export function MergePreview({ from, into, both, done, reason, timeZone }: Props) {
  const row = (label: string, of: (side: MergeSide) => ReactNode) => (
    <tr className="border-line border-t align-top">
      <th scope="row" className="py-2 pr-3 text-left font-medium text-muted">
        {label}
      </th>
      <td className="break-words py-2 pr-3">{of(from)}</td>
      <td className="break-words py-2">{of(into)}</td>
    </tr>
  );
  const date = (at: Date | null) => (at ? formatDate(at.toISOString(), timeZone) : 'Never');
  return (
    <>
      <table className="w-full table-fixed text-sm">
        <caption className="sr-only">Both papers</caption>
        <thead>
          <tr>
            <td className="w-20 sm:w-32" />
            <th scope="col" className="pb-2 text-left font-semibold">
              {done ? 'Became a part' : 'Becomes a part'}
            </th>
            <th scope="col" className="pb-2 text-left font-semibold">
              Of this one
            </th>
          </tr>
        </thead>
        <tbody>
          {row('Paper', ({ slug, title }) => (
            <a href={paperPath(slug)} className="text-link">
              <MathText text={title} /> ({slug})
            </a>
          ))}
          {row('Authors', ({ authors }) => authors.join(', ') || 'None')}
          {row('Published', ({ publishedAt }) => date(publishedAt))}
          {row('On the feeds since', ({ submittedAt }) => date(submittedAt))}
          {row('Upvotes', ({ upvotes }) => upvotes)}
          {row('Comments', ({ comments }) => comments)}
        </tbody>
      </table>
      {done ? null : (
        <>
          <ul className="mt-4 max-w-prose list-disc space-y-1 pl-5 text-sm">
            <li>
              Votes and comments move, with who hides or follows it and the lists it is on.
              {both > 0
                ? ` ${both === 1 ? 'One reader' : `${both} readers`} upvoted both and ${
                    both === 1 ? 'counts' : 'count'
                  } once, at the earlier time.`
                : ''}{' '}
              A vote that was excluded on either stays excluded.
            </li>
            <li>
              The other one is listed as of whichever was listed first; badges follow from that.
            </li>
            <li>
              Addresses of {from.slug} and of its threads lead to the other one. Its title, authors
              and abstract are no longer shown.
            </li>
            <li>Reports about {from.slug} are resolved, and its submitter is notified.</li>
            <li>
              <strong>It cannot be undone:</strong> which votes and comments came from where is not
              kept. What was merged by mistake stays merged.
            </li>
          </ul>
          <ActForm
            id="merge"
            action={formPath('moderation/mergePapers')}
            from={mergePath(from.slug, into.slug)}
            fields={{ slug: from.slug, into: into.slug }}
            reason={reason}
            hint="It appears in the public log."
            buttons={
              <Button type="submit" size="sm" variant="danger">
                Merge
              </Button>
            }
          />
        </>
      )}
    </>
  );
}
