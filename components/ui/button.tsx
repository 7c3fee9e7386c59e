import type { ComponentProps } from 'react';

const variants = {
  primary: 'bg-accent text-on-accent border-transparent hover:brightness-110',
  secondary: 'bg-surface text-ink border-line-strong hover:bg-sunken',
  quiet: 'bg-transparent text-muted border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-surface text-danger border-danger hover:bg-danger-soft',
};

const sizes = { sm: 'h-8 px-2.5 text-sm', md: 'h-10 px-4 text-sm' };

type Look = { variant?: keyof typeof variants; size?: keyof typeof sizes };

/** Returns the classes of a button, for links that look like one. */
export const buttonClass = ({ variant = 'secondary', size = 'md' }: Look = {}): string =>
  `inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors disabled:opacity-60 disabled:cursor-not-allowed ${variants[variant]} ${sizes[size]}`;

/** The classes of a small button beside text. */
export const smallButton =
  'inline-flex min-h-7 items-center gap-1 rounded-md border border-line-strong bg-surface px-2 font-medium text-muted text-xs hover:bg-sunken hover:text-ink';

export function Button({
  variant,
  size,
  className = '',
  type = 'button',
  ...props
}: ComponentProps<'button'> & Look) {
  return (
    <button type={type} className={`${buttonClass({ variant, size })} ${className}`} {...props} />
  );
}
