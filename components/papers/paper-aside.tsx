import Link from 'next/link';
import type { ReactNode } from 'react';
import { SaveLink } from '@/components/collections/save-link';
import { ShortWhy } from '@/components/ranking/short-why';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { paperTargetsPath } from '@/lib/follows/paths';
import { plainText } from '@/lib/markup/plain';
import { bibtex } from '@/lib/papers/bibtex';
import { pdfUrl } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import type { AuthorName, PaperDetail, Upvoter } from '@/lib/papers/types';
import type { Why } from '@/lib/ranking/types';
import { site } from '@/lib/site/site';
import { Bibtex } from './bibtex';
import { PaperLinks } from './paper-links';
import { ReadControl } from './read-control';
import { ShareMenu } from './share-menu';
import { Upvoters } from './upvoters';

type Props = {
  paper: PaperDetail & { authors: AuthorName[] };
  upvoters: Upvoter[];
  why: Why;
  /** The upvote button. */
  upvote: ReactNode;
};

/**
 * Actions on a paper, in a sidebar that stays in view. On a narrow screen the main ones are a bar
 * at the bottom, and the others follow in the text.
 */
export function PaperAside({ paper, upvoters, why, upvote }: Props) {
  const pdf = pdfUrl(paper);
  return (
    <div className="paper-aside">
      <div className="paper-acts screen-only">
        {upvote}
        <SaveLink paperId={paper.id} slug={paper.slug} className={buttonClass({ size: 'sm' })} />
        <ShareMenu path={paperPath(paper.slug)} title={plainText(paper.title)} url={site().url} />
        {pdf ? (
          <a
            href={pdf}
            rel="nofollow noopener"
            className={`lg:hidden ${buttonClass({ size: 'sm' })}`}
          >
            <Icon name="file" />
            PDF
          </a>
        ) : null}
      </div>
      <ul className="screen-only flex flex-wrap gap-x-4 gap-y-1 text-sm lg:flex-col">
        <PaperLinks paper={paper} />
        <li className="flex flex-wrap gap-x-4">
          <Link
            href={paperTargetsPath(paper.slug)}
            rel="nofollow"
            prefetch={false}
            className="inline-flex min-h-7 items-center gap-2 text-muted quiet-link"
          >
            <Icon name="bell" />
            Follow…
          </Link>
          <ReadControl paperId={paper.id} />
        </li>
      </ul>
      <section aria-labelledby="upvoters">
        <h2 id="upvoters" className={heading}>
          Upvoted by
        </h2>
        <Upvoters upvoters={upvoters} total={paper.upvotes} />
      </section>
      <ShortWhy why={why} />
      <Bibtex entry={bibtex(paper)} slug={paper.slug} />
    </div>
  );
}

const heading = 'mb-1.5 font-semibold text-muted text-sm';
