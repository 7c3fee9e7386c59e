import type { Metadata } from 'next';
import { FindForm } from '@/components/follows/find-form';
import { Found } from '@/components/follows/found';
import { TargetList } from '@/components/follows/target-list';
import { SettingsPage } from '@/components/settings/settings-page';
import { findTargets, listFollowSuggestions, listFollows } from '@/lib/follows/data';
import { followKey } from '@/lib/follows/key';
import { findInput, LONGEST_TARGET } from '@/lib/follows/schema';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'What you follow', robots: { index: false } };

const PATH = '/following/manage';

export default async function ManagePage({ searchParams }: PageProps<'/following/manage'>) {
  const typed = param(await searchParams, 'text').slice(0, LONGEST_TARGET + 1);
  const viewer = await getViewer();
  const page = {
    current: PATH,
    title: 'What you follow',
    viewer,
    purpose: 'follow topics, authors and readers',
  };
  if (!viewer?.handle) return <SettingsPage {...page}>{null}</SettingsPage>;
  const text = findInput.safeParse(typed);
  const [follows, found] = await Promise.all([
    listFollows(viewer.id),
    text.success ? findTargets(text.data) : null,
  ]);
  const followed = new Set(follows.map(followKey));
  const from = text.success ? `${PATH}?text=${encodeURIComponent(text.data)}` : PATH;
  const suggestions = follows.length ? [] : await listFollowSuggestions(viewer.id, follows, 4);
  return (
    <SettingsPage
      {...page}
      hint={
        <a href="/following" className="text-link">
          What it has brought
        </a>
      }
    >
      <FindForm
        text={typed}
        error={typed && !text.success ? text.error.issues[0]?.message : undefined}
      />
      {found && text.success ? (
        <Found text={text.data} {...found} followed={followed} from={from} />
      ) : null}
      {follows.length ? (
        <>
          <TargetList targets={follows} followed={followed} from={from} />
          <p className="text-muted text-sm">
            For your feed reader:{' '}
            <a href="/following.opml" download className="text-link">
              all of this as OPML
            </a>
            . The feeds in it are public and name nobody who reads them.
          </p>
        </>
      ) : (
        <div className="space-y-4">
          <p className="text-muted">You follow nothing yet. From what is trending:</p>
          <TargetList targets={suggestions} followed={followed} from={from} />
        </div>
      )}
    </SettingsPage>
  );
}
