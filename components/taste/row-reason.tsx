import { formPath } from '@/lib/registry/form-path';
import { whyWords } from '@/lib/taste/messages';
import type { Why } from '@/lib/taste/types';

/** Why a paper is here, and the way to say that it does not interest. */
export function RowReason({ paperId, why }: { paperId: number; why: Why | undefined }) {
  const words = why ? whyWords(why) : '';
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      {words ? <p>{words}</p> : null}
      <form method="post" action={formPath('taste/markPaper')}>
        <input type="hidden" name="paperId" value={paperId} />
        <input type="hidden" name="disliked" value="true" />
        <button type="submit" className="min-h-6 hover:text-ink hover:underline">
          Not interested
        </button>
      </form>
    </div>
  );
}
