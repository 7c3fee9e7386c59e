import type { ReactNode } from 'react';
import { Field, Input } from '@/components/ui/field';
import { REASON_LIMITS } from '@/lib/moderation/schema';

type Props = {
  /** Prefix of the controls' ids. */
  id: string;
  action: string;
  /** Page to return to. */
  from: string;
  /** Hidden fields. */
  fields: Record<string, string | number>;
  /** The typed reason of a rejected form. */
  reason?: string;
  hint?: string;
  /** Label of the text field, if it asks for more than a reason. */
  label?: string;
  children?: ReactNode;
  buttons: ReactNode;
};

/** A plain form that asks for a reason; works without scripts. */
export function ActForm({
  id,
  action,
  from,
  fields,
  reason,
  hint,
  label,
  children,
  buttons,
}: Props) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="from" value={from} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="mt-3 max-w-prose">
        <Field id={`${id}-reason`} label={label ?? 'Reason'} hint={hint}>
          {(control) => (
            <Input
              {...control}
              name="reason"
              required
              minLength={REASON_LIMITS.min}
              maxLength={REASON_LIMITS.max}
              defaultValue={reason}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">{buttons}</div>
    </form>
  );
}
