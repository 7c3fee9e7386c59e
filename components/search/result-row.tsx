import { markedHtml } from '@/components/papers/marked-math';
import { RowFrame, type RowPaper, RowText } from '@/components/papers/paper-row';
import { UpvoteButton } from '@/components/papers/upvote-button';
import { staticHtml } from '@/components/ui/static-html';
import { keepResults } from '@/lib/base/keep-results';
import { plainText } from '@/lib/markup/plain';
import type { PaperSummary } from '@/lib/papers/types';

type Props = { paper: PaperSummary; marked: ReadonlySet<string>; timeZone?: string };
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

/**
 * A row of results. All but its controls is one piece of HTML, made once for each state of a paper:
 * rendering 25 rows by components took most of the time of a search.
 */
export function ResultRow({ paper, marked, timeZone }: Props) {
  const { id, slug, title, upvotes } = paper;
  return (
    <RowFrame
      paper={paper}
      vote={<UpvoteButton paperId={id} slug={slug} title={plainText(title)} upvotes={upvotes} />}
    >
      <div
        className="contents"
        dangerouslySetInnerHTML={{ __html: rowHtml({ paper, marked, timeZone }) }}
      />
    </RowFrame>
  );
}

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
