import Link from 'next/link';
import type { ReactNode } from 'react';
import { CollectionLines } from '@/components/collections/collection-lines';
import { PaperLines } from '@/components/papers/paper-lines';
import { formatCount } from '@/lib/papers/dates';
import { profilePath } from '@/lib/profiles/paths';
import type { ProfileOverview as Overview, Profile } from '@/lib/profiles/types';
import { ProfileCommentList } from './profile-comments';
import { ProfileEmpty } from './profile-empty';

type Props = { profile: Profile; overview: Overview; timeZone: string };

/** The latest entries of each section of a profile. */
export function ProfileOverview({ profile, overview, timeZone }: Props) {
  const { papers, submissions, comments, upvotes, collections } = overview;
  const { counts } = profile;
  if (Object.values(counts).every((count) => count === 0)) {
    return <ProfileEmpty profile={profile} section="overview" />;
  }
  return (
    <div className="space-y-7">
      <Part profile={profile} section="papers" heading="Author of">
        <PaperLines papers={papers} />
      </Part>
      <Part profile={profile} section="collections" heading="Collections">
        <CollectionLines collections={collections} timeZone={timeZone} />
      </Part>
      <Part profile={profile} section="submissions" heading="Submitted">
        <PaperLines papers={submissions} />
      </Part>
      <Part profile={profile} section="comments" heading="Comments">
        <ProfileCommentList comments={comments} timeZone={timeZone} brief />
      </Part>
      <Part profile={profile} section="upvotes" heading="Upvoted">
        <PaperLines papers={upvotes} />
      </Part>
    </div>
  );
}

type PartProps = {
  profile: Profile;
  section: keyof Profile['counts'];
  heading: string;
  children: ReactNode;
};

function Part({ profile, section, heading, children }: PartProps) {
  const count = profile.counts[section];
  if (count === 0) return null;
  return (
    <section aria-labelledby={`part-${section}`}>
      <div className="mb-1.5 flex items-baseline gap-3 text-sm">
        <h2 id={`part-${section}`} className="font-semibold text-muted">
          {heading}
        </h2>
        <Link
          href={profilePath(profile.handle, section)}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-link"
        >
          {count === 1 ? 'See all' : `All ${formatCount(count)}`}
        </Link>
      </div>
      {children}
    </section>
  );
}
