import { FeedTabs } from '@/components/papers/feed-tabs';
import { formatCount } from '@/lib/papers/dates';
import { type ProfileSection, profilePath } from '@/lib/profiles/paths';
import type { Profile } from '@/lib/profiles/types';

/** Labels of a profile's sections. */
export const SECTION_WORDS: Record<Exclude<ProfileSection, 'overview'>, string> = {
  papers: 'Papers',
  submissions: 'Submitted',
  comments: 'Comments',
  upvotes: 'Upvoted',
  collections: 'Collections',
};

/** Tabs of a profile's sections; papers and collections only if there are any. */
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
