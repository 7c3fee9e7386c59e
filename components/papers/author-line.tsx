import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { authorPath } from '@/lib/claims/paths';
import { organizationPath } from '@/lib/organizations/paths';
import { formatCount } from '@/lib/papers/dates';
import type { AuthorName, PaperOrganization, PaperSummary } from '@/lib/papers/types';
import { picturePath } from '@/lib/pictures/paths';
import { profilePath } from '@/lib/profiles/paths';

/** Names rendered as links; with thousands of authors, one element each would dominate the page. */
const MOST_LINKS = 200;

/**
 * Author names in a row. Confirmed authors link to their profiles, all others to every paper with
 * that name, since a name alone identifies nobody.
 */
export function AuthorNames({ authors }: { authors: AuthorName[] }) {
  const linked = authors.slice(0, MOST_LINKS);
  const rest = authors.slice(MOST_LINKS);
  return (
    <>
      {linked.map((author, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two authors of a paper may share a name
        <span key={at}>
          {at === 0 ? '' : ', '}
          <AuthorLink {...author} />
        </span>
      ))}
      {rest.map(({ name }) => `, ${name}`).join('')}
    </>
  );
}

function AuthorLink({ name, handle }: AuthorName) {
  if (!handle) {
    return (
      <Link href={authorPath(name)} prefetch={false} rel="nofollow" className="quiet-link">
        {name}
      </Link>
    );
  }
  return (
    <Link href={profilePath(handle)} prefetch={false} className="text-link" title="Verified author">
      {name}
      <Icon name="verified" className="ml-0.5 inline size-3.5 align-[-0.125em]" />
      <span className="sr-only"> (verified author)</span>
    </Link>
  );
}

/** "A, B, C and 12 more", or the organization if there are no authors. */
export function AuthorLine({
  authors,
  authorCount,
  organization,
}: Pick<PaperSummary, 'authors' | 'authorCount' | 'organization'>) {
  if (authors.length === 0) {
    return organization ? <OrganizationLink {...organization} /> : 'Authors unknown';
  }
  const more = authorCount - authors.length;
  return (
    <>
      <AuthorNames authors={authors} />
      {more > 0 ? ` and ${formatCount(more)} more` : null}
      {organization ? (
        <>
          {' · '}
          <OrganizationLink {...organization} />
        </>
      ) : null}
    </>
  );
}

/** An organization's name and logo, linked to its papers. */
export const OrganizationLink = ({ slug, name, picture }: PaperOrganization) => (
  <Link href={organizationPath(slug)} prefetch={false} className="quiet-link">
    {picture ? (
      // biome-ignore lint/performance/noImgElement: already resized when stored
      <img
        src={picturePath(picture, 'small')}
        alt=""
        width={16}
        height={16}
        loading="lazy"
        className="mr-1 inline size-4 rounded-sm bg-white object-cover align-[-0.15em]"
      />
    ) : null}
    {name}
  </Link>
);
