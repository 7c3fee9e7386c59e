import Link from 'next/link';
import { ReaderLink } from '@/components/people/reader-link';
import { Badge } from '@/components/ui/badge';
import { Moment } from '@/components/ui/moment';
import { paperWords, VISIBILITY_WORDS } from '@/lib/collections/messages';
import { collectionPath } from '@/lib/collections/paths';
import type { CollectionSummary } from '@/lib/collections/types';

type Props = {
  collections: CollectionSummary[];
  /** Whether each line names the owner; leave out if all belong to one user. */
  owners?: boolean;
  /** Whether each line shows its visibility. */
  visibility?: boolean;
  timeZone: string;
};

/** Collections with their sizes. Titles and descriptions are untrusted user text. */
export function CollectionLines({ collections, owners, visibility, timeZone }: Props) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {collections.map((one) => (
        <li key={one.key} className="py-2.5">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Link
              href={collectionPath(one.key)}
              prefetch={false}
              dir="auto"
              className="font-semibold hover:text-accent [overflow-wrap:anywhere]"
            >
              {one.name}
            </Link>
            {visibility ? <Badge>{VISIBILITY_WORDS[one.visibility].label}</Badge> : null}
            {visibility && one.hidden ? <Badge kind="caution">Hidden by a moderator</Badge> : null}
          </p>
          {one.description ? (
            <p dir="auto" className="line-clamp-2 max-w-prose text-sm [overflow-wrap:anywhere]">
              {one.description}
            </p>
          ) : null}
          <p className="text-muted text-sm">
            {paperWords(one.papers)}
            {owners ? (
              <>
                {' by '}
                <ReaderLink handle={one.owner} />
              </>
            ) : null}
            {', changed '}
            <Moment at={one.updatedAt} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ul>
  );
}
