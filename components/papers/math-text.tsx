import { Fragment, type ReactNode } from 'react';
import { escapeHtml } from '@/lib/base/escape';
import { parseLatex } from '@/lib/markup/latex';
import { formulaToMathml } from '@/lib/markup/latex-formula';
import { splitCompounds, WHOLE } from './compounds';
import { type Tied, tieMarks } from './tie-marks';

type Props = {
  text: string;
  /** Links web addresses and allows display formulas; for abstracts. */
  running?: boolean;
  /** For titles: prevents line breaks at the hyphen of a compound. */
  title?: boolean;
};

/** Text with LaTeX rendered to MathML on the server, so that the browser loads nothing for it. */
export function MathText({ text, running = false, title = false }: Props) {
  return (
    <>
      {tieMarks(parseLatex(text)).map((segment, at) => renderSegment(segment, at, running, title))}
    </>
  );
}

function renderSegment(segment: Tied, at: number, running: boolean, title: boolean) {
  switch (segment.kind) {
    case 'formula': {
      const display = running && segment.display;
      const mathml = formulaToMathml({ source: segment.source, display });
      if (!mathml) {
        return (
          <Fragment key={at}>
            <code>{segment.source.trim()}</code>
            {segment.marks}
          </Fragment>
        );
      }
      if (!segment.marks) return <span key={at} dangerouslySetInnerHTML={{ __html: mathml }} />;
      return (
        <span
          key={at}
          className="whitespace-nowrap"
          dangerouslySetInnerHTML={{ __html: mathml + escapeHtml(segment.marks) }}
        />
      );
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
      if (segment.style === 'emphasis') return <em key={at}>{segment.text}</em>;
      if (segment.style === 'strong') return <strong key={at}>{segment.text}</strong>;
      if (segment.style === 'code') return <code key={at}>{segment.text}</code>;
      return title ? keepCompounds(segment.text) : segment.text;
  }
}

function keepCompounds(text: string): ReactNode {
  const parts = splitCompounds(text);
  if (parts.length === 1) return text;
  return parts.map((part, at) =>
    part.isWhole ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: words have no other key and never reorder
      <span key={at} className={WHOLE}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
}
