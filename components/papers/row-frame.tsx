import type { ReactNode } from 'react';
import { SaveLink } from '@/components/collections/save-link';
import type { PaperSummary } from '@/lib/papers/types';
import { ReadMark } from './read-mark';

type Props = {
  paper: Pick<PaperSummary, 'id' | 'slug'>;
  vote: ReactNode;
  menu?: ReactNode;
  children: ReactNode;
};

/** A row with its controls around what it says of the paper. */
export function RowFrame({ paper, vote, menu, children }: Props) {
  return (
    <article data-paper-row data-paper-id={paper.id} className="row">
      <div className="row-vote">{vote}</div>
      {children}
      <div className="row-acts">
        <ReadMark paperId={paper.id} />
        <SaveLink
          paperId={paper.id}
          slug={paper.slug}
          iconOnly
          className="grid size-8 place-items-center rounded-md hover:bg-sunken hover:text-ink"
        />
        {menu}
      </div>
      {/* For Zotero, which asks for it at UNAPI_PATH. */}
      <abbr hidden className="unapi-id" title={paper.slug} />
    </article>
  );
}
