import { formatCount } from '@/lib/papers/dates';
import type { AuthorName, PaperDetail } from '@/lib/papers/types';
import { AuthorNames, OrganizationLink } from './author-line';

/** Authors shown before the fold; a list that is only slightly longer is not folded. */
const SHOWN = 12;
const SPARE = 4;

type Props = { authors: AuthorName[]; organization: PaperDetail['organization'] };

/** All authors of a paper; a long list is folded after the first ones. */
export function AuthorList({ authors, organization }: Props) {
  const folds = authors.length > SHOWN + SPARE;
  return (
    <div className="mt-2 leading-relaxed">
      {authors.length > 0 ? (
        <p>
          <AuthorNames authors={folds ? authors.slice(0, SHOWN) : authors} />
          {folds ? ` and ${formatCount(authors.length - SHOWN)} more` : null}
        </p>
      ) : null}
      {folds ? (
        <details className="screen-only group">
          <summary className="inline-flex min-h-7 items-center text-accent text-sm">
            <span className="group-open:hidden">
              Show all {formatCount(authors.length)} authors
            </span>
            <span className="hidden group-open:inline">Show fewer authors</span>
          </summary>
          <p className="mt-1 max-h-80 overflow-y-auto rounded-md border border-line bg-surface px-3 py-2 text-sm">
            <AuthorNames authors={authors.slice(SHOWN)} />
          </p>
        </details>
      ) : null}
      {organization ? (
        <p className="text-muted text-sm">
          <OrganizationLink {...organization} />
        </p>
      ) : null}
    </div>
  );
}
