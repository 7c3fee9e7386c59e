import type { ReactNode } from 'react';
import { pageTitle } from '@/components/layout/page-shell';
import { ReaderLink } from '@/components/people/reader-link';
import { Badge } from '@/components/ui/badge';
import { Moment } from '@/components/ui/moment';
import { plural } from '@/lib/base/plural';
import { paperWords, VISIBILITY_WORDS } from '@/lib/collections/messages';
import type { Collection } from '@/lib/collections/types';
import { moderateCollectionPath } from '@/lib/moderation/paths';
import { reportPath } from '@/lib/reports/paths';

type Props = {
  collection: Collection;
  /** Papers that the viewer has not read; null for visitors. */
  unread: number | null;
  /** Whether the viewer moderates other users' collections. */
  moderates: boolean;
  actions: ReactNode;
  timeZone: string;
};

const quiet =
  'inline-flex min-h-6 items-center underline-offset-4 hover:text-accent hover:underline';

/** A collection's header. Title and description are untrusted, so they are rendered as text. */
export function CollectionHead({ collection, unread, moderates, actions, timeZone }: Props) {
  const { key, name, description, visibility, papers, followers, owner, updatedAt, yours } =
    collection;
  return (
    <header className="mb-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-48">
          <h1 dir="auto" className={pageTitle}>
            {name}
          </h1>
          <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-muted text-sm">
            <span>
              A collection by <ReaderLink handle={owner} />
            </span>
            {visibility === 'public' ? null : <Badge>{VISIBILITY_WORDS[visibility].label}</Badge>}
            <span>
              {paperWords(papers)}
              {unread !== null && papers > 0 ? `, ${unread} unread` : null}
            </span>
            {followers > 0 ? <span>{plural(followers, 'follower')}</span> : null}
            <span>
              Changed <Moment at={updatedAt} timeZone={timeZone} />
            </span>
            {yours ? null : (
              <a
                href={reportPath({ collection: key })}
                rel="nofollow"
                className={`screen-only ${quiet}`}
              >
                Report
              </a>
            )}
            {moderates ? (
              <a href={moderateCollectionPath(key)} className={`screen-only ${quiet}`}>
                Moderate
              </a>
            ) : null}
          </p>
        </div>
        <div className="screen-only">{actions}</div>
      </div>
      {description ? (
        <p dir="auto" className="mt-3 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
          {description}
        </p>
      ) : null}
    </header>
  );
}

/** Shown to the owner of an empty collection. */
export const NothingSaved = () => (
  <>
    No papers yet. Press <em>Save</em> on a paper to add it.
  </>
);
