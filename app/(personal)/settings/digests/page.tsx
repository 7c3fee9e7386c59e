import type { Metadata } from 'next';
import { SubscriptionCard } from '@/components/digests/subscription-card';
import { SubscriptionFields } from '@/components/digests/subscription-fields';
import { PageHeading } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { SettingsShell } from '@/components/settings/settings-shell';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { param, requestMailMode } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { listSubscriptions } from '@/lib/digests/data';
import { DIGEST_SETTINGS_PATH } from '@/lib/digests/paths';
import { subscriptionInput } from '@/lib/digests/schema';
import { entryOf } from '@/lib/entry-of';
import { REASONS, type Reason } from '@/lib/errors';
import { fieldMessages } from '@/lib/http/action';
import { listSavedSearches } from '@/lib/searches/data';
import { site } from '@/lib/site/site';

export const metadata: Metadata = { title: 'Papers by mail', robots: { index: false } };

const DONE: Record<string, string> = {
  added: 'Added.',
  changed: 'Saved.',
  removeSubscription: 'Ended: no more of these mails.',
};

export default async function DigestSettingsPage({ searchParams }: PageProps<'/settings/digests'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const error = param(params, 'error');
  const typed = Object.fromEntries(
    ['cadence', 'hour', 'timeZone', 'about', 'topics', 'search'].map((name) => [
      name,
      param(params, name),
    ]),
  );
  const read = subscriptionInput.safeParse({ ...typed, search: typed.search || undefined });
  const errors = error && !read.success ? fieldMessages(read.error) : {};
  const wanted = { ...typed, timeZone: typed.timeZone || site().timeZone };
  const [own, searches] = viewer?.handle
    ? await Promise.all([listSubscriptions(viewer.id), listSavedSearches(viewer.id)])
    : [[], []];
  return (
    <SettingsShell current={DIGEST_SETTINGS_PATH}>
      <PageHeading hint="The best papers of a day, a week or a month, in your inbox.">
        Papers by mail
      </PageHeading>
      {viewer?.handle ? (
        <div className="max-w-prose space-y-5">
          {entryOf(DONE, param(params, 'done')) ? (
            <Notice kind="success" role="status">
              {entryOf(DONE, param(params, 'done'))}
            </Notice>
          ) : null}
          {error ? (
            <Notice kind="danger" role="alert">
              {Object.values(errors)[0] ?? REASONS[error as Reason]?.words ?? 'This was not saved.'}
            </Notice>
          ) : null}
          {(await requestMailMode()) === 'off' ? (
            <Notice kind="caution">
              This site has no mail server set up, so nothing is mailed at the moment.
            </Notice>
          ) : null}
          {own.length > 0 ? (
            <ul className="space-y-3">
              {own.map((subscription) => (
                <li key={subscription.id}>
                  <SubscriptionCard subscription={subscription} searches={searches} />
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-muted">Nothing is mailed to you yet.</p>
          )}
          <Card>
            <h2 className="mb-3 font-semibold">{own.length > 0 ? 'Add another' : 'Subscribe'}</h2>
            <form method="post" action="/api/settings/digests" className="space-y-5">
              <SubscriptionFields
                id="new"
                values={param(params, 'id') ? { timeZone: site().timeZone } : wanted}
                searches={searches}
                errors={param(params, 'id') ? {} : errors}
              />
              <Button type="submit" variant="primary">
                Mail me papers
              </Button>
            </form>
          </Card>
        </div>
      ) : (
        <MemberFirst viewer={viewer} from={DIGEST_SETTINGS_PATH} purpose="have papers mailed" />
      )}
    </SettingsShell>
  );
}
