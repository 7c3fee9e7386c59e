import type { ReactNode } from 'react';

type Props = {
  /** Target of the focusable icon: a page with the full explanation. */
  href: string;
  words: string;
  children: ReactNode;
};

/** An icon with a tooltip on hover and focus. */
export function Tip({ href, words, children }: Props) {
  return (
    <a href={href} className="tip">
      {children}
      <span>{words}</span>
    </a>
  );
}
