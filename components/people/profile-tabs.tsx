import { FeedTabs } from '@/components/papers/feed-tabs';
import { formatCount } from '@/lib/papers/dates';
import { type ProfileSection, profilePath } from '@/lib/profiles/paths';
import type { Profile } from '@/lib/profiles/types';

/** What the parts of a reader's page are called. */
export const SECTION_WORDS: Record<Exclude<ProfileSection, 'overview'>, string> = {
  papers: 'Papers',
  submissions: 'Submitted',
  comments: 'Comments',
  upvotes: 'Upvoted',
  collections: 'Collections',
};

/** The parts of a reader's page, without papers and collections where there are none. */
export function ProfileTabs({ profile, section }: { profile: Profile; section: ProfileSection }) {
  const { handle, counts, votesPrivate, banned } = profile;
  const count = (part: keyof typeof counts) =>
    part === 'upvotes' && (votesPrivate || banned) ? '' : ` ${formatCount(counts[part])}`;
  const parts = (['papers', 'submissions', 'comments', 'upvotes', 'collections'] as const).filter(
    (part) => (part !== 'papers' && part !== 'collections') || counts[part] > 0 || section === part,
  );
  return (
    <div className="mb-3">
      <FeedTabs
        label={`What @${handle} did`}
        tabs={[
          { label: 'Overview', href: profilePath(handle), current: section === 'overview' },
          ...parts.map((part) => ({
            label: `${SECTION_WORDS[part]}${count(part)}`,
            href: profilePath(handle, part),
            current: section === part,
          })),
        ]}
      />
    </div>
  );
}
