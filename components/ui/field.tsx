import type { ComponentProps, ReactNode } from 'react';
import { control } from './control';

export { Textarea } from './textarea';

export function Input({ className = '', ...props }: ComponentProps<'input'>) {
  return <input className={`${control} h-10 ${className}`} {...props} />;
}

export function Select({
  small = false,
  className = small ? '' : 'w-full',
  ...props
}: ComponentProps<'select'> & { small?: boolean }) {
  return (
    <select
      className={`rounded-md border border-line-strong bg-surface px-2 text-ink disabled:opacity-60 aria-invalid:border-danger ${
        small ? 'h-8 text-sm' : 'h-10 text-base'
      } ${className}`}
      {...props}
    />
  );
}

type Props = {
  /** Id of the control; hint and error refer to it. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  children: (props: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
};

/**
 * Label, control, hint and error, in this order. Spread the argument of `children` onto the
 * control.
 */
export function Field({ id, label, hint, error, children }: Props) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      ) : null}
      <p id={`${id}-error`} className="text-danger text-sm empty:hidden" aria-live="polite">
        {error}
      </p>
    </div>
  );
}
