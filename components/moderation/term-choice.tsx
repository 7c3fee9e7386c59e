import { Field, Select } from '@/components/ui/field';
import { HIDDEN_DAYS, TERMS } from '@/lib/moderation/schema';

type Props = {
  id: string;
  label: string;
  /** Label of the option without an end date. */
  endless?: string;
};

/** Chooses how long an act applies. */
export function TermChoice({ id, label, endless }: Props) {
  return (
    <div className="mt-3">
      <Field id={`${id}-days`} label={label}>
        {(control) => (
          <Select {...control} name="days" defaultValue="7" className="w-52 max-w-full">
            {TERMS.map((days) => (
              <option key={days} value={days}>
                {days === 1 ? 'one day' : `${days} days`}
              </option>
            ))}
            {endless ? <option value="">{endless}</option> : null}
          </Select>
        )}
      </Field>
    </div>
  );
}

/** Chooses which comments a ban hides. */
export function HideChoice({ id }: { id: string }) {
  return (
    <div className="mt-3">
      <Field id={`${id}-hide`} label="Hide comments">
        {(control) => (
          <Select {...control} name="hide" defaultValue="" className="w-52 max-w-full">
            <option value="">none</option>
            {HIDDEN_DAYS.map((days) => (
              <option key={days} value={days}>
                {days === 1 ? 'of the last day' : `of the last ${days} days`}
              </option>
            ))}
            <option value="all">of all time</option>
          </Select>
        )}
      </Field>
    </div>
  );
}
