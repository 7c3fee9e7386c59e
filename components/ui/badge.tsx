import type { ComponentProps } from 'react';

const kinds = {
  plain: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent',
  caution: 'bg-caution-soft text-caution',
};

export function Badge({
  kind = 'plain',
  className = '',
  ...props
}: ComponentProps<'span'> & { kind?: keyof typeof kinds }) {
  return (
    <span
      className={`inline-block rounded px-1.5 py-px font-medium text-xs ${kinds[kind]} ${className}`}
      {...props}
    />
  );
}
