import { Choice, Choices } from '@/components/ui/choice';
import { Field, Input, Select } from '@/components/ui/field';
import { hourWords, zoneWords } from '@/lib/digests/messages';
import { CADENCES } from '@/lib/digests/schema';
import type { Cadence } from '@/lib/digests/types';
import { OwnZone } from './own-zone';

const CADENCE_WORDS: Record<Cadence, string> = {
  daily: 'Every day',
  weekly: 'Every Monday',
  monthly: 'On the first of the month',
};

export type PlanValues = { cadence: string; hour: string; timeZone: string };

/** Schedule of a digest: frequency, hour, and time zone. */
export function PlanFields({ id, values }: { id: string; values: PlanValues }) {
  return (
    <>
      <Choices legend="How often">
        <div className="flex flex-wrap gap-x-5">
          {CADENCES.map((cadence) => (
            <Choice
              key={cadence}
              type="radio"
              name="cadence"
              value={cadence}
              required
              defaultChecked={(values.cadence || 'daily') === cadence}
              label={CADENCE_WORDS[cadence]}
            />
          ))}
        </div>
      </Choices>
      <div className="grid gap-4 sm:grid-cols-[7rem_1fr]">
        <Field id={`${id}-hour`} label="At">
          {(control) => (
            <Select name="hour" defaultValue={values.hour || '8'} {...control}>
              {Array.from({ length: 24 }, (_, hour) => (
                <option key={hourWords(hour)} value={hour}>
                  {hourWords(hour)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-zone`} label="Time zone">
          {(control) => (
            <Select name="timeZone" defaultValue={values.timeZone} {...control}>
              {zones(values.timeZone).map((zone) => (
                <option key={zone} value={zone}>
                  {zoneWords(zone)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <OwnZone id={`${id}-zone`} usual={values.timeZone} />
    </>
  );
}

const zones = (chosen: string): string[] =>
  [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])].filter(Boolean);

/** Topics by short name; empty means all. */
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
