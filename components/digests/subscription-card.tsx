import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DIGEST_SETTINGS_PATH } from '@/lib/digests/paths';
import type { Subscription } from '@/lib/digests/types';
import { aboutWords, planWords } from '@/lib/digests/words';
import { formatMoment } from '@/lib/papers/dates';
import type { SavedSearch } from '@/lib/searches/types';
import { SubscriptionFields } from './subscription-fields';

type Props = { subscription: Subscription; searches: SavedSearch[] };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One of a reader's subscriptions, with what can be done about it. */
export function SubscriptionCard({ subscription, searches }: Props) {
  const { id, about, topics, search, nextAt, timeZone } = subscription;
  const what = capital(aboutWords({ about, topics, searchName: search?.name }));
  return (
    <Card aria-label={what}>
      <p className="font-medium">{what}</p>
      <p className="text-muted text-sm">
        {capital(planWords(subscription))}.{' '}
        {nextAt ? (
          `Next on ${formatMoment(nextAt, timeZone)}.`
        ) : (
          <span className="text-danger">
            Paused: your mail server refused it for good. Save it again to go on.
          </span>
        )}
      </p>
      <div className="mt-3 flex flex-wrap items-start gap-2">
        <details className="grow">
          <summary className="inline-flex min-h-8 items-center rounded-md border border-line-strong px-2.5 font-medium text-sm hover:bg-sunken">
            Change
          </summary>
          <form method="post" action="/api/settings/digests/change" className="mt-3 space-y-5">
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
            <Button type="submit" size="sm">
              Save
            </Button>
          </form>
        </details>
        <form method="post" action="/api/settings/digests/remove">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="from" value={DIGEST_SETTINGS_PATH} />
          <Button type="submit" size="sm" variant="quiet" aria-label={`End: ${what}`}>
            End
          </Button>
        </form>
      </div>
    </Card>
  );
}
