import { AuthorLinks } from '@/components/claims/author-links';
import { ModerateLink } from '@/components/moderation/moderate-link';
import { reportPath } from '@/lib/reports/paths';

type Props = {
  slug: string;
  /** Of the paper's confirmed authors. */
  handles: string[];
  corrected: boolean;
};

/** Footer of a paper: links for its authors, and for reporting problems. */
export function PaperFoot({ slug, handles, corrected }: Props) {
  return (
    <div className="screen-only mt-4 flex flex-wrap gap-x-4">
      <a
        href={reportPath({ paper: slug })}
        rel="nofollow"
        className="inline-flex min-h-6 items-center text-muted text-sm quiet-link"
      >
        Report this paper
      </a>
      <AuthorLinks slug={slug} corrected={corrected} handles={handles} />
      <ModerateLink slug={slug} />
    </div>
  );
}
