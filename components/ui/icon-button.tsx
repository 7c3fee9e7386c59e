import type { ComponentProps } from 'react';

/** A button with only an icon; `label` is its accessible name. */
export function IconButton({
  label,
  className = '',
  ...props
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink disabled:opacity-60 ${className}`}
      {...props}
    />
  );
}
