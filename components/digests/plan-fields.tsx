import { Field, Input } from '@/components/ui/field';
import { CADENCES } from '@/lib/digests/schema';
import type { Cadence } from '@/lib/digests/types';
import { hourWords, zoneWords } from '@/lib/digests/words';
import { OwnZone } from './own-zone';

const SELECT = 'h-10 w-full rounded-md border border-line-strong bg-surface px-2 text-base';

const CADENCE_WORDS: Record<Cadence, string> = {
  daily: 'Every day',
  weekly: 'Every Monday',
  monthly: 'On the first of the month',
};

export type PlanValues = { cadence: string; hour: string; timeZone: string };

/** When papers are mailed: how often, at which hour, and where that hour is. */
export function PlanFields({ id, values }: { id: string; values: PlanValues }) {
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 font-medium text-sm">How often</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {CADENCES.map((cadence) => (
            <label key={cadence} className="flex min-h-8 items-center gap-2">
              <input
                type="radio"
                name="cadence"
                value={cadence}
                required
                defaultChecked={(values.cadence || 'daily') === cadence}
                className="size-4 accent-accent"
              />
              {CADENCE_WORDS[cadence]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-[7rem_1fr]">
        <Field id={`${id}-hour`} label="At">
          {(control) => (
            <select name="hour" defaultValue={values.hour || '8'} className={SELECT} {...control}>
              {Array.from({ length: 24 }, (_, hour) => (
                <option key={hourWords(hour)} value={hour}>
                  {hourWords(hour)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id={`${id}-zone`} label="Time zone">
          {(control) => (
            <select name="timeZone" defaultValue={values.timeZone} className={SELECT} {...control}>
              {zones(values.timeZone).map((zone) => (
                <option key={zone} value={zone}>
                  {zoneWords(zone)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <OwnZone id={`${id}-zone`} usual={values.timeZone} />
    </>
  );
}

const zones = (chosen: string): string[] =>
  [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])].filter(Boolean);

/** Topics, by their short names; empty for all of them. */
export function TopicsField({
  id,
  value,
  error,
  hint,
}: {
  id: string;
  value: string;
  error?: string;
  hint: string;
}) {
  return (
    <Field id={id} label="Topics" hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          name="topics"
          defaultValue={value}
          maxLength={600}
          placeholder="cs.LG, stat.ML"
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
