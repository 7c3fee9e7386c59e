import { MathText } from '@/components/papers/math-text';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import { sourceName } from '@/lib/submissions/messages';
import type { Twin } from '@/lib/submissions/types';

/** Likely duplicates on this site, to upvote instead. */
export function TwinList({ twins, alert }: { twins: Twin[]; alert: boolean }) {
  if (twins.length === 0) return null;
  return (
    <Notice
      kind="caution"
      role={alert ? 'alert' : undefined}
      title={twins.length === 1 ? 'Already here?' : 'Is it one of these?'}
    >
      <ul className="mt-1.5 space-y-1.5">
        {twins.map((twin) => (
          <li key={twin.slug}>
            <a href={paperPath(twin.slug)} className="font-medium underline underline-offset-4">
              <MathText text={twin.title} />
            </a>
            <span className="block text-muted">
              {[
                twin.authors.join(', '),
                formatDate(twin.publishedAt),
                `from ${sourceName(twin.source)}`,
                twin.listed ? null : 'not on a feed yet; an upvote lists it',
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
