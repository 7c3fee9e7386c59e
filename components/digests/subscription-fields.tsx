import type { Subject } from '@/lib/digests/types';
import type { SavedSearch } from '@/lib/searches/types';
import { PlanFields, TopicsField } from './plan-fields';

export type SubscriptionValues = {
  cadence?: string;
  hour?: string;
  timeZone: string;
  about?: string;
  topics?: string;
  search?: string;
};

type Props = {
  id: string;
  values: SubscriptionValues;
  searches: SavedSearch[];
  errors: Record<string, string>;
};

/** What a reader is mailed, and when. */
export function SubscriptionFields({ id, values, searches, errors }: Props) {
  const about = values.about || 'everything';
  const choice = (subject: Subject, words: string, disabled = false) => (
    <label className="flex min-h-8 items-center gap-2">
      <input
        type="radio"
        name="about"
        value={subject}
        required
        disabled={disabled}
        defaultChecked={about === subject}
        className="size-4 accent-accent"
      />
      {words}
    </label>
  );
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 font-medium text-sm">What about</legend>
        {choice('everything', 'All papers')}
        {choice('follows', 'What I follow')}
        {choice('topics', 'These topics:')}
        <div className="mb-1 ml-6">
          <TopicsField
            id={`${id}-topics`}
            value={values.topics ?? ''}
            error={errors.topics}
            hint="arXiv’s categories, with commas between them."
          />
        </div>
        {choice('search', 'A saved search:', searches.length === 0)}
        <div className="ml-6">
          {searches.length > 0 ? (
            <select
              name="search"
              aria-label="Saved search"
              defaultValue={values.search ?? ''}
              className="h-10 w-full rounded-md border border-line-strong bg-surface px-2 text-base"
            >
              {searches.map(({ id: search, name }) => (
                <option key={search} value={search}>
                  {name}
                </option>
              ))}
            </select>
          ) : (
            <p className="text-muted text-sm">
              You have none yet: save one beside the results of a{' '}
              <a href="/search" className="underline">
                search
              </a>
              .
            </p>
          )}
        </div>
      </fieldset>
      <PlanFields
        id={id}
        values={{
          cadence: values.cadence ?? '',
          hour: values.hour ?? '',
          timeZone: values.timeZone,
        }}
      />
    </>
  );
}
