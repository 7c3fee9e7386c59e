import Link from 'next/link';
import { PaperLines } from '@/components/papers/paper-lines';
import { plainText } from '@/lib/markup/plain';
import type { PaperSummary } from '@/lib/papers/types';
import { likeQuery, searchPath } from '@/lib/search/paths';
import { likeName, savePath } from '@/lib/searches/paths';
import { writeQuery } from '@/lib/searches/schema';

type Props = { of: { slug: string; title: string }; papers: PaperSummary[] };

const link = 'inline-flex min-h-8 items-center font-medium text-link';

/** Similar papers, with links to all of them and to save them as a search; renders nothing without any. */
export function SimilarPapers({ of: { slug, title }, papers }: Props) {
  if (papers.length === 0) return null;
  const q = likeQuery(slug);
  const save = savePath({ query: writeQuery({ q }), name: likeName(plainText(title)) });
  return (
    <section aria-labelledby="similar" className="screen-only mt-8">
      <h2 id="similar" className="mb-1.5 font-semibold text-muted text-sm">
        Similar papers
      </h2>
      <PaperLines papers={papers} />
      <p className="mt-1.5 flex flex-wrap gap-x-4 text-sm">
        <Link href={searchPath({ q })} prefetch={false} className={link}>
          All papers like this one
        </Link>
        <Link href={save} prefetch={false} className={link}>
          Save as a search
        </Link>
      </p>
    </section>
  );
}
