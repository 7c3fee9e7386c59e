import { Choice, Choices } from '@/components/ui/choice';
import { Select } from '@/components/ui/field';
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

/** Content and schedule of a user's digest. */
export function SubscriptionFields({ id, values, searches, errors }: Props) {
  const about = values.about || 'everything';
  const choice = (subject: Subject, words: string, disabled = false) => (
    <Choice
      type="radio"
      name="about"
      value={subject}
      required
      disabled={disabled}
      defaultChecked={about === subject}
      label={words}
    />
  );
  return (
    <>
      <Choices legend="What about">
        {choice('everything', 'All papers')}
        {choice('follows', 'What I follow')}
        {choice('for_you', 'For you')}
        {choice('topics', 'These topics:')}
        <div className="mb-1 ml-6.5">
          <TopicsField
            id={`${id}-topics`}
            value={values.topics ?? ''}
            error={errors.topics}
            hint="arXiv’s categories, with commas between them."
          />
        </div>
        {choice('search', 'A saved search:', searches.length === 0)}
        <div className="ml-6.5">
          {searches.length > 0 ? (
            <Select name="search" aria-label="Saved search" defaultValue={values.search ?? ''}>
              {searches.map(({ id: search, name }) => (
                <option key={search} value={search}>
                  {name}
                </option>
              ))}
            </Select>
          ) : (
            <p className="text-muted text-sm">
              You have none yet: save one beside the results of a{' '}
              <a href="/search" className="text-link">
                search
              </a>
              .
            </p>
          )}
        </div>
      </Choices>
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
