'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { closeDisclosure } from './close-disclosure';
import { Icon } from './icon';

type Props = {
  label: ReactNode;
  /** Classes of the button. */
  className?: string;
  /** Edge of the button that the panel aligns with. */
  align?: 'start' | 'end';
  /**
   * For a panel nearly as wide as a phone: positions it relative to the button's container there.
   */
  wide?: boolean;
  children: ReactNode;
};

/**
 * A button that toggles a panel below it. The browser opens and closes it; the script also closes
 * it after a link, a click outside, and Escape.
 */
export function Disclosure({
  label,
  className = '',
  align = 'start',
  wide = false,
  children,
}: Props) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => (details.current ? closeDisclosure(details.current) : undefined), []);

  return (
    <details
      ref={details}
      className={`group flex items-stretch ${wide ? 'sm:relative' : 'relative'}`}
      data-disclosure
    >
      <summary className={`flex list-none items-center gap-1 ${className}`}>
        {label}
        <Icon name="down" className="size-3.5 group-open:rotate-180" />
      </summary>
      <div
        className={`absolute top-full z-40 mt-1 rounded-lg border border-line bg-raised p-1 text-ink shadow-lg ${
          align === 'end' ? 'right-0' : 'left-0'
        }`}
      >
        {children}
      </div>
    </details>
  );
}
