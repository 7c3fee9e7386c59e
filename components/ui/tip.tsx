import type { ReactNode } from 'react';

type Props = {
  /** Where the same is told at length: what can take the focus must lead somewhere. */
  href: string;
  words: string;
  children: ReactNode;
};

/** An icon whose words appear when it is pointed at or has the focus. */
export function Tip({ href, words, children }: Props) {
  return (
    <a href={href} className="tip">
      {children}
      <span>{words}</span>
    </a>
  );
}
