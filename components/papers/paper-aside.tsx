import Link from 'next/link';
import { SaveLink } from '@/components/collections/save-link';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SoftLinks } from '@/components/ui/soft-links';
import { paperTargetsPath } from '@/lib/follows/paths';
import type { PaperParts } from '@/lib/paper-page/types';
import { paperPath } from '@/lib/papers/paths';
import { site } from '@/lib/site/site';
import { Bibtex } from './bibtex';
import { ReadControl } from './read-control';
import { ShareMenu } from './share-menu';
import { UpvoteButton } from './upvote-button';

/**
 * Actions on a paper, in a sidebar that stays in view. On a narrow screen the main ones are a bar
 * at the bottom, and the others follow in the text.
 */
export function PaperAside({ parts }: { parts: PaperParts }) {
  const { id, slug, title, pdf, links, sections } = parts;
  return (
    <div className="paper-aside">
      <div className="paper-acts screen-only">
        <UpvoteButton {...upvoteOf(parts)} />
        <SaveLink paperId={id} slug={slug} className={buttonClass({ size: 'sm' })} />
        <ShareMenu path={paperPath(slug)} title={title} url={site().url} />
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
        {links.map((link, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          <li key={at} dangerouslySetInnerHTML={{ __html: link }} />
        ))}
        <li className="flex flex-wrap gap-x-4">
          <Link
            href={paperTargetsPath(slug)}
            rel="nofollow"
            prefetch={false}
            className="inline-flex min-h-7 items-center gap-2 text-muted quiet-link"
          >
            <Icon name="bell" />
            Follow…
          </Link>
          <ReadControl paperId={id} />
        </li>
      </ul>
      <section aria-labelledby="upvoters">
        <h2 id="upvoters" className={heading}>
          Upvoted by
        </h2>
        <SoftLinks html={sections.upvoters} />
      </section>
      <div className="contents" dangerouslySetInnerHTML={{ __html: sections.place }} />
      <Bibtex entry={parts.bibtex} slug={slug} />
    </div>
  );
}

/** What the button of a paper's page is made of. */
export const upvoteOf = ({ id, slug, title, upvotes }: PaperParts) => ({
  paperId: id,
  slug,
  title,
  upvotes,
  shape: 'line' as const,
});

const heading = 'mb-1.5 font-semibold text-muted text-sm';
