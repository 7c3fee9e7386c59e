import { type ComponentProps, type ReactNode, useId } from 'react';

type Props = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  type: 'radio' | 'checkbox';
  label: ReactNode;
  /** The option's consequence. */
  hint?: ReactNode;
};

/** A radio button or checkbox with its label. */
export function Choice({ label, hint, ...input }: Props) {
  const id = useId();
  return (
    <div className="flex gap-2.5 text-sm">
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="peer mt-2 size-4 shrink-0 accent-accent"
        {...input}
      />
      <div className="min-w-0 py-1.5 peer-disabled:opacity-60 [overflow-wrap:anywhere]">
        <label htmlFor={id} className="-my-1.5 block py-1.5">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A fieldset of options. */
export function Choices({ legend, children }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 font-medium text-sm">{legend}</legend>
      {children}
    </fieldset>
  );
}
