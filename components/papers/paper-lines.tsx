import Link from 'next/link';
import { paperPath } from '@/lib/papers/paths';
import type { PaperSummary } from '@/lib/papers/types';
import { AuthorLine } from './author-line';
import { MathText } from './math-text';

export function PaperLines({ papers }: { papers: PaperSummary[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {papers.map((paper) => (
        <li key={paper.id} className="py-2">
          <Link
            href={paperPath(paper.slug)}
            prefetch={false}
            className="inline-block min-h-6 font-semibold font-title hover:text-accent"
          >
            <MathText text={paper.title} />
          </Link>
          <p className="text-muted text-sm">
            <AuthorLine {...paper} /> · {paper.publishedAt.slice(0, 4)}
          </p>
        </li>
      ))}
    </ul>
  );
}
