import type { ReactNode } from 'react';
import { Field, Input } from '@/components/ui/field';
import { REASON_LIMITS } from '@/lib/moderation/schema';

type Props = {
  /** Of the form's controls. */
  id: string;
  action: string;
  /** Where to come back to. */
  from: string;
  /** Fields that are not seen. */
  fields: Record<string, string | number>;
  /** What was typed before, if it was refused. */
  reason?: string;
  hint?: string;
  /** Of what is typed, if it is not just a reason. */
  label?: string;
  children?: ReactNode;
  buttons: ReactNode;
};

/** A plain form that asks for a reason; it needs no script. */
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
