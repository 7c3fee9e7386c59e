import { MathText } from '@/components/papers/math-text';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import { sourceName } from '@/lib/submissions/messages';
import type { Duplicate } from '@/lib/submissions/types';

/** Likely duplicates on this site, to upvote instead. */
export function DuplicateList({ duplicates, alert }: { duplicates: Duplicate[]; alert: boolean }) {
  if (duplicates.length === 0) return null;
  return (
    <Notice
      kind="caution"
      role={alert ? 'alert' : undefined}
      title={duplicates.length === 1 ? 'Already here?' : 'Is it one of these?'}
    >
      <ul className="mt-1.5 space-y-1.5">
        {duplicates.map((duplicate) => (
          <li key={duplicate.slug}>
            <a
              href={paperPath(duplicate.slug)}
              className="font-medium underline underline-offset-4"
            >
              <MathText text={duplicate.title} />
            </a>
            <span className="block text-muted">
              {[
                duplicate.authors.join(', '),
                formatDate(duplicate.publishedAt),
                `from ${sourceName(duplicate.source)}`,
                duplicate.listed ? null : 'not on a feed yet; an upvote lists it',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5">If it is the same paper, open it and upvote it instead.</p>
    </Notice>
  );
}
