import Link from 'next/link';
import { formatCount } from '@/lib/papers/dates';
import type { AuthorName, PaperSummary } from '@/lib/papers/types';
import { profilePath } from '@/lib/people/paths';

/** Names in a row; those who have claimed theirs lead to their page. */
export function AuthorNames({ authors }: { authors: AuthorName[] }) {
  // Thousands of names as one text: an element for each would be most of the page.
  const parts: (string | AuthorName)[] = [];
  for (const [at, author] of authors.entries()) {
    const comma = at === 0 ? '' : ', ';
    const last = parts.at(-1);
    if (author.handle) parts.push(comma, author);
    else if (typeof last === 'string') parts[parts.length - 1] = last + comma + author.name;
    else parts.push(comma + author.name);
  }
  return (
    <>
      {parts.map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <Link
            key={part.handle}
            href={profilePath(part.handle ?? '')}
            prefetch={false}
            className="text-link"
          >
            {part.name}
          </Link>
        ),
      )}
    </>
  );
}

/** "A, B, C and 12 more", or the organization where no authors are known. */
export function AuthorLine({
  authors,
  authorCount,
  organization,
}: Pick<PaperSummary, 'authors' | 'authorCount' | 'organization'>) {
  if (authors.length === 0) return organization?.name ?? 'Authors unknown';
  const more = authorCount - authors.length;
  return (
    <>
      <AuthorNames authors={authors} />
      {more > 0 ? ` and ${formatCount(more)} more` : null}
      {organization ? ` · ${organization.name}` : null}
    </>
  );
}
