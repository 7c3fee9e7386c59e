import type { Metadata } from 'next';
import { SubscriptionFields } from '@/components/digests/subscription-fields';
import { SubscriptionItem } from '@/components/digests/subscription-item';
import { KeptList } from '@/components/settings/kept-item';
import { SettingsPage } from '@/components/settings/settings-page';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { Notice } from '@/components/ui/notice';
import { Outcome } from '@/components/ui/outcome';
import { entryOf } from '@/lib/base/entry-of';
import { reasonWords } from '@/lib/base/errors';
import { listSubscriptions } from '@/lib/digests/data';
import { DIGEST_SETTINGS_PATH } from '@/lib/digests/paths';
import { subscriptionInput } from '@/lib/digests/schema';
import { doneMessage } from '@/lib/registry/find';
import { formPath } from '@/lib/registry/form-path';
import { listSavedSearches } from '@/lib/searches/data';
import { param, requestMailMode } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { fieldMessages } from '@/lib/web/action';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Papers by mail', robots: { index: false } };

const DONE: Record<string, string> = {
  added: 'Added.',
  changed: 'Saved.',
};

export default async function DigestSettingsPage({ searchParams }: PageProps<'/settings/digests'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const [done, error] = [param(params, 'done'), param(params, 'error')];
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
  const changed = param(params, 'id') !== '';
  const adding = !changed && (error !== '' || typed.about !== '');
  const form = (
    <form method="post" action={formPath('digests/addSubscription')} className="space-y-5">
      <SubscriptionFields
        id="new"
        values={changed ? { timeZone: site().timeZone } : wanted}
        searches={searches}
        errors={changed ? {} : errors}
      />
      <Button type="submit" variant="primary">
        Mail me papers
      </Button>
    </form>
  );
  return (
    <SettingsPage
      current={DIGEST_SETTINGS_PATH}
      title="Papers by mail"
      hint="The best papers of a day, a week or a month, in your inbox."
      viewer={viewer}
      purpose="have papers mailed"
    >
      {viewer?.handle ? (
        <>
          <Outcome
            done={entryOf(DONE, done) ?? (await doneMessage(done))}
            error={error && (Object.values(errors)[0] ?? reasonWords(error))}
          />
          {(await requestMailMode()) === 'off' ? (
            <Notice kind="caution">
              This site has no mail server set up, so nothing is mailed at the moment.
            </Notice>
          ) : null}
          {own.length > 0 ? (
            <>
              <KeptList>
                {own.map((subscription) => (
                  <SubscriptionItem
                    key={subscription.id}
                    subscription={subscription}
                    searches={searches}
                  />
                ))}
              </KeptList>
              <Fold label="Add another" open={adding}>
                {form}
              </Fold>
            </>
          ) : (
            form
          )}
        </>
      ) : null}
    </SettingsPage>
  );
}
