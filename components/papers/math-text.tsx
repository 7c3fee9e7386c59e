import { MarkedText } from '@/components/search/marked-text';
import { parseLatex, type Segment } from '@/lib/markup/latex';
import { formulaToMathml } from '@/lib/markup/latex-formula';

type Props = {
  text: string;
  /** Web addresses become links, and formulas of their own line get one: for abstracts. */
  running?: boolean;
  /** Words to mark, normalized as lib/search does it. */
  marked?: ReadonlySet<string>;
};

/** Text with LaTeX in it, typeset as MathML on the server: the browser loads nothing for it. */
export function MathText({ text, running = false, marked }: Props) {
  return <>{parseLatex(text).map((segment, at) => renderSegment(segment, at, running, marked))}</>;
}

function renderSegment(
  segment: Segment,
  at: number,
  running: boolean,
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
      return segment.text;
  }
}
