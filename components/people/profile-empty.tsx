import { Empty } from '@/components/layout/empty';
import type { ProfileSection } from '@/lib/profiles/paths';
import type { Profile } from '@/lib/profiles/types';

const NOTHING: Record<ProfileSection, string> = {
  overview: 'has not submitted, written or upvoted anything yet',
  papers: 'is not confirmed as the author of a paper here',
  submissions: 'has not submitted a paper yet',
  comments: 'has not written a comment yet',
  upvotes: 'has not upvoted a paper yet',
  collections: 'has no public collection yet',
};

/** Why a section of a profile is empty. */
export function ProfileEmpty({ profile, section }: { profile: Profile; section: ProfileSection }) {
  const { handle, votesPrivate, banned } = profile;
  const hidden = section === 'upvotes' && (votesPrivate || banned);
  return (
    <Empty
      title={`@${handle} ${
        hidden
          ? banned
            ? 'is banned: these upvotes do not count'
            : 'keeps upvotes private'
          : NOTHING[section]
      }`}
    />
  );
}
