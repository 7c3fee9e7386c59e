import { AuthorLinks } from '@/components/claims/author-links';
import { ModerateLink } from '@/components/moderation/moderate-link';
import type { AuthorName, PaperDetail } from '@/lib/papers/types';
import { reportPath } from '@/lib/reports/paths';

/** Footer of a paper: links for its authors, and for reporting problems. */
export function PaperFoot({ paper }: { paper: PaperDetail & { authors: AuthorName[] } }) {
  return (
    <div className="screen-only mt-4 flex flex-wrap gap-x-4">
      <a
        href={reportPath({ paper: paper.slug })}
        rel="nofollow"
        className="inline-flex min-h-6 items-center text-muted text-sm quiet-link"
      >
        Report this paper
      </a>
      <AuthorLinks
        slug={paper.slug}
        corrected={paper.corrected}
        handles={paper.authors.flatMap(({ handle }) => handle ?? [])}
      />
      <ModerateLink slug={paper.slug} />
    </div>
  );
}
