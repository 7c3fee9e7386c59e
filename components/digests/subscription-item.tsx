import { KeptItem } from '@/components/settings/kept-item';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { aboutWords, planWords } from '@/lib/digests/messages';
import { DIGEST_SETTINGS_PATH } from '@/lib/digests/paths';
import type { Subscription } from '@/lib/digests/types';
import { formatMoment } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';
import type { SavedSearch } from '@/lib/searches/types';
import { SubscriptionFields } from './subscription-fields';

type Props = { subscription: Subscription; searches: SavedSearch[] };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One of the viewer's subscriptions with its actions. */
export function SubscriptionItem({ subscription, searches }: Props) {
  const { id, about, topics, search, nextAt, timeZone } = subscription;
  const what = capital(aboutWords({ about, topics, searchName: search?.name }));
  return (
    <KeptItem
      title={what}
      about={
        <>
          {capital(planWords(subscription))}.{' '}
          {nextAt ? (
            `Next on ${formatMoment(nextAt, timeZone)}.`
          ) : (
            <span className="text-danger">
              Paused: your mail server refused it for good. Save it again to go on.
            </span>
          )}
        </>
      }
      remove={{
        action: formPath('digests/removeSubscription'),
        fields: { id, from: DIGEST_SETTINGS_PATH },
        button: 'End',
        label: `End: ${what}`,
      }}
    >
      <Fold label="Change">
        <form
          method="post"
          action={formPath('digests/changeSubscription')}
          className="mt-2 space-y-5"
        >
          <input type="hidden" name="id" value={id} />
          <SubscriptionFields
            id={`s-${id}`}
            values={{
              ...subscription,
              hour: String(subscription.hour),
              topics: topics.join(', '),
              search: search ? String(search.id) : '',
            }}
            searches={searches}
            errors={{}}
          />
          <Button type="submit" variant="primary">
            Save
          </Button>
        </form>
      </Fold>
    </KeptItem>
  );
}
