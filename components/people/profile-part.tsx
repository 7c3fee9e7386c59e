import { CollectionLines } from '@/components/collections/collection-lines';
import { PageLinks } from '@/components/layout/page-links';
import { FeedList } from '@/components/papers/feed-list';
import { rowParts } from '@/components/papers/paper-row';
import { ViewBeacon } from '@/components/papers/view-beacon';
import { type ProfileSection, profilePath } from '@/lib/profiles/paths';
import type { ProfilePart as Part, Profile } from '@/lib/profiles/types';
import { ProfileCommentList } from './profile-comments';
import { ProfileEmpty } from './profile-empty';

type Props = {
  profile: Profile;
  section: Exclude<ProfileSection, 'overview'>;
  part: Part;
  timeZone: string;
};

/** One section of a profile, or why it is empty. */
export function ProfilePart({ profile, section, part, timeZone }: Props) {
  const { papers, comments, collections, page, more } = part;
  if (papers.length + comments.length + collections.length === 0) {
    return <ProfileEmpty profile={profile} section={section} />;
  }
  return (
    <>
      {section === 'collections' ? (
        <CollectionLines collections={collections} timeZone={timeZone} />
      ) : section === 'comments' ? (
        <ProfileCommentList comments={comments} timeZone={timeZone} />
      ) : (
        <>
          <FeedList rows={papers.map((paper) => rowParts({ paper, timeZone }))} />
          <ViewBeacon />
        </>
      )}
      <PageLinks path={(to) => profilePath(profile.handle, section, to)} page={page} more={more} />
    </>
  );
}
