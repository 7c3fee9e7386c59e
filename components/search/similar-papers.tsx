import Link from 'next/link';
import { AuthorLine } from '@/components/papers/author-line';
import { MathText } from '@/components/papers/math-text';
import { paperPath } from '@/lib/papers/paths';
import type { PaperSummary } from '@/lib/papers/types';

/** Papers about the same; nothing where none is known. */
export function SimilarPapers({ papers }: { papers: PaperSummary[] }) {
  if (papers.length === 0) return null;
  return (
    <section aria-labelledby="similar" className="mt-6">
      <h2 id="similar" className="font-semibold text-muted text-sm">
        Similar papers
      </h2>
      <ul className="mt-1.5 divide-y divide-line border-line border-y">
        {papers.map((paper) => (
          <li key={paper.id} className="py-2">
            <Link
              href={paperPath(paper.slug)}
              prefetch={false}
              className="font-semibold font-serif hover:text-accent"
            >
              <MathText text={paper.title} />
            </Link>
            <p className="text-muted text-sm">
              <AuthorLine {...paper} /> · {paper.publishedAt.slice(0, 4)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
