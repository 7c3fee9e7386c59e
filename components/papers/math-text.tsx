import type { ReactNode } from 'react';
import { MarkedText } from '@/components/search/marked-text';
import { parseLatex, type Segment } from '@/lib/markup/latex';
import { formulaToMathml } from '@/lib/markup/latex-formula';

type Props = {
  text: string;
  /** Links web addresses and allows display formulas; for abstracts. */
  running?: boolean;
  /** For titles: prevents line breaks at the hyphen of a compound. */
  title?: boolean;
  /** Words to mark, normalized as in lib/search. */
  marked?: ReadonlySet<string>;
};

/** Text with LaTeX rendered to MathML on the server, so that the browser loads nothing for it. */
export function MathText({ text, running = false, title = false, marked }: Props) {
  return (
    <>{parseLatex(text).map((segment, at) => renderSegment(segment, at, running, title, marked))}</>
  );
}

function renderSegment(
  segment: Segment,
  at: number,
  running: boolean,
  title: boolean,
  marked?: ReadonlySet<string>,
) {
  switch (segment.kind) {
    case 'formula': {
      const display = running && segment.display;
      const mathml = formulaToMathml({ source: segment.source, display });
      if (!mathml) return <code key={at}>{segment.source.trim()}</code>;
      return <span key={at} dangerouslySetInnerHTML={{ __html: mathml }} />;
    }
    case 'link':
      return running ? (
        <a key={at} href={segment.href} rel="nofollow ugc noopener" className="text-link">
          {segment.text}
        </a>
      ) : (
        segment.text
      );
    case 'text':
      if (marked) return <MarkedText key={at} text={segment.text} marked={marked} />;
      if (segment.style === 'emphasis') return <em key={at}>{segment.text}</em>;
      if (segment.style === 'strong') return <strong key={at}>{segment.text}</strong>;
      if (segment.style === 'code') return <code key={at}>{segment.text}</code>;
      return title ? keepCompounds(segment.text) : segment.text;
  }
}

/** Characters of a compound above which it may break; it would not fit a phone otherwise. */
const LONGEST_COMPOUND = 24;
const COMPOUND = /([^\s-]+(?:-[^\s-]+)+)/;

/**
 * On the narrowest phones compounds may break: beside its tile a title has 170 pixels there.
 * CSS cannot forbid a break at a hyphen, and substitute characters would end up in
 * copied text.
 */
function keepCompounds(text: string): ReactNode {
  const parts = text.split(COMPOUND);
  if (parts.length === 1) return text;
  return parts.map((part, at) =>
    at % 2 === 1 && part.length <= LONGEST_COMPOUND ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: words have no other key and never reorder
      <span key={at} className="min-[22rem]:whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
