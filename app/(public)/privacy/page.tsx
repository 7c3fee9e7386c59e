import type { Metadata } from 'next';
import { KeptTable } from '@/components/discovery/kept-table';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { site } from '@/lib/site/site';

export const metadata: Metadata = { title: 'Privacy', alternates: { canonical: '/privacy' } };

export default function PrivacyPage() {
  const { name, contact } = site();
  return (
    <PageShell>
      <PageHeading hint="What is kept, for how long, and what you can do about it">
        Privacy
      </PageHeading>
      <div className="max-w-[42rem] space-y-3 [&_h2]:pt-3 [&_h2]:font-semibold">
        <p>
          {name} shows no advertisements, loads nothing from other sites and measures nobody. Who
          only reads is not known to it: no cookie is set, and no address is kept.
        </p>
        <h2>What everybody can see</h2>
        <p>
          Your handle, the name and words of your profile, what you submit and comment with every
          earlier text of it, and what you upvote. Upvotes can be kept private in the settings: they
          count, and name you nowhere. Your e-mail address is shown to nobody. What is public is
          also in the feeds, in the programming interface and in a file of everything public that
          anybody may fetch.
        </p>
        <h2>What is kept</h2>
        <KeptTable />
        <h2>Cookies and your browser’s storage</h2>
        <p>
          Signing in sets a cookie that holds the session and one that says that there is one; forms
          of signing in and invitations set some that last an hour at the most. What you hid or
          muted, drafts, your last visit, the theme and the choice of keys lie in your own browser.
          None of it serves to follow you, so nothing asks for consent.
        </p>
        <h2>Who else learns something</h2>
        <p>
          Mail goes through the mail server of this site. If you sign in with another service, that
          service learns it, and tells {name} your name, your address if it is confirmed, and its
          number for you. Facts about papers are fetched from arXiv and other sources by the server,
          without a word about who asked.
        </p>
        <h2>What you can do</h2>
        <p>
          In the settings you change your profile and address, end sessions, switch off what you are
          told, take everything with you in one file, and delete the account. With it go your
          address, profile, sessions, upvotes, follows and lists, at once; of comments you choose
          whether they stay without your name or are emptied. Backups forget it as they are
          replaced. You may also ask those who run this site what it holds about you, to put it
          right or to delete it, and complain to the authority for data protection where you live.
        </p>
        {contact ? (
          <p>
            Write to{' '}
            <a href={contact.href} className="text-link">
              {contact.label}
            </a>
            .
          </p>
        ) : (
          <p>
            The operator of this site is responsible for it. Ask the person who told you about it.
          </p>
        )}
      </div>
    </PageShell>
  );
}
