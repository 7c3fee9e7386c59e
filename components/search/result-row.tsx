import type { ReactNode } from 'react';
import { markedHtml } from '@/components/papers/marked-math';
import { type RowPaper, RowText } from '@/components/papers/paper-row';
import { RowFrame } from '@/components/papers/row-frame';
import { UpvoteButton } from '@/components/papers/upvote-button';
import { staticHtml } from '@/components/ui/static-html';
import { keepResults } from '@/lib/base/keep-results';
import { plainText } from '@/lib/markup/plain';
import type { PaperSummary } from '@/lib/papers/types';

type Props = { paper: PaperSummary; marked: ReadonlySet<string>; timeZone?: string };
/** Renders a list item with a row of results. */
export type RenderResult = (props: Props) => ReactNode;
type Kept = { paper: RowPaper; hasExcerpt: boolean; timeZone?: string };

/** Where title and excerpt go: a character for private use, which is taken out of everything else. */
const SLOT = '\uE000';

/** The HTML around title and excerpt of a row, by what it is made of as JSON. */
const piecesOf = keepResults(
  (json) => {
    const { hasExcerpt, ...kept } = JSON.parse(json) as Kept;
    const text = <RowText {...kept} title={SLOT} excerpt={hasExcerpt ? SLOT : null} isLong />;
    return staticHtml(text).split(SLOT);
  },
  (pieces) => pieces.join('').length,
);

export const renderResult: RenderResult = (props) => (
  <li key={props.paper.id} data-paper-id={props.paper.id}>
    <ResultFrame paper={props.paper} html={rowHtml(props)} />
  </li>
);

/** What the controls of a row are made of. */
export type FramePaper = Pick<PaperSummary, 'id' | 'slug' | 'title' | 'upvotes'>;

/** A row of results around what it says of the paper, which is one piece of HTML. */
export function ResultFrame({ paper, html }: { paper: FramePaper; html: string }) {
  const { id, slug, title, upvotes } = paper;
  return (
    <RowFrame
      paper={paper}
      vote={<UpvoteButton paperId={id} slug={slug} title={plainText(title)} upvotes={upvotes} />}
    >
      <div className="contents" dangerouslySetInnerHTML={{ __html: html }} />
    </RowFrame>
  );
}

/**
 * All of a row but its controls, made once for each state of a paper: rendering 25 rows by components
 * took most of the time of a search.
 */
export function rowHtml({ paper, marked, timeZone }: Props): string {
  const { excerpt, upvotes, rate, sparkline, ...shown } = paper;
  const kept: Kept = { paper: shown, hasExcerpt: excerpt !== '', timeZone };
  const [start, ...rest] = piecesOf(JSON.stringify(kept).replaceAll(SLOT, ''));
  return [paper.title, excerpt].reduce((html, text, at) => {
    if (rest[at] === undefined) return html;
    const isTitle = at === 0;
    return `${html}<span>${markedHtml(text, marked, { isTitle })}</span>${rest[at]}`;
  }, start ?? '');
}
