import { Field, Select } from '@/components/ui/field';
import { TERMS } from '@/lib/moderation/schema';

type Props = {
  id: string;
  label: string;
  /** A choice without an end, in words. */
  endless?: string;
};

/** For how long something holds. */
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
