import { PaperLines } from '@/components/papers/paper-lines';
import type { PaperSummary } from '@/lib/papers/types';

/** Similar papers; renders nothing without any. */
export function SimilarPapers({ papers }: { papers: PaperSummary[] }) {
  if (papers.length === 0) return null;
  return (
    <section aria-labelledby="similar" className="screen-only mt-8">
      <h2 id="similar" className="mb-1.5 font-semibold text-muted text-sm">
        Similar papers
      </h2>
      <PaperLines papers={papers} />
    </section>
  );
}
