import type { Metadata } from 'next';
import { DeleteForm } from '@/components/settings/delete-form';
import { SettingsOutcome } from '@/components/settings/outcome';
import { SettingsPage } from '@/components/settings/settings-page';
import { Notice } from '@/components/ui/notice';
import { CONFIRMATION } from '@/lib/account/schema';
import { ACCOUNT_PAGE } from '@/lib/sign-in/connect';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Delete account', robots: { index: false } };

const WORDS = {
  'deleteAccount conflict':
    'You are the only administrator. Make someone else an administrator first.',
  'deleteAccount forbidden': 'Demo users are deleted with the demo data.',
};

export default async function DeletePage({ searchParams }: PageProps<'/settings/delete'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const [about, error] = [param(params, 'about'), param(params, 'error')];
  const mistyped = error === 'invalid';
  return (
    <SettingsPage current={ACCOUNT_PAGE} title="Delete account">
      {viewer ? (
        <>
          <SettingsOutcome done="" about={about} error={mistyped ? '' : error} words={WORDS} />
          <ul className="list-disc space-y-1 pl-5 text-sm">
            <li>
              Your name, address, bio, links, sessions, connected accounts, follows, lists and
              settings are deleted at once. Backups of the site may hold them until they are
              overwritten.
            </li>
            <li>Your upvotes and reactions are removed from all counts and scores.</li>
            <li>Papers you submitted stay, without your name.</li>
            <li>Groups you own go to the member who has been there longest.</li>
            <li>
              Entries of the public moderation log stay, without your name. Nobody can use your
              handle again, including you.
            </li>
          </ul>
          <p className="text-sm">
            <a href="/me/export" download className="text-link">
              Download your data
            </a>{' '}
            first, if you want to keep it.
          </p>
          <DeleteForm
            confirmation={viewer.handle ?? CONFIRMATION}
            comments={param(params, 'comments') === 'erase' ? 'erase' : 'keep'}
            error={mistyped ? 'This doesn’t match the text above the field.' : undefined}
          />
        </>
      ) : param(params, 'done') ? (
        <Notice kind="success" role="status" title="Your account is deleted">
          Thank you for taking part.
        </Notice>
      ) : (
        <Notice title="You are not signed in">
          If you have just deleted your account, it is gone. Otherwise{' '}
          <a href="/sign-in?from=%2Fsettings%2Fdelete" className="text-link">
            sign in
          </a>{' '}
          first.
        </Notice>
      )}
    </SettingsPage>
  );
}
