'use client';

import { buttonClass } from '@/components/ui/button';
import { moderateReaderPath } from '@/lib/moderation/paths';
import { profilePath } from '@/lib/profiles/paths';
import { useViewer } from '@/lib/web/hooks';
import { FollowButton } from './follow-button';

/** The viewer's actions on a profile: follow, edit one's own, moderate. */
export function ProfileActions({ handle }: { handle: string }) {
  const { viewer } = useViewer();
  if (viewer?.handle === handle) {
    return (
      <a href="/settings/profile" className={buttonClass({ size: 'sm' })}>
        Change your profile
      </a>
    );
  }
  return (
    <>
      {viewer && viewer.role !== 'member' && !viewer.banned ? (
        <a href={moderateReaderPath(handle)} className={buttonClass({ size: 'sm' })}>
          Moderate
        </a>
      ) : null}
      <FollowButton kind="reader" value={handle} label={`@${handle}`} from={profilePath(handle)} />
    </>
  );
}
