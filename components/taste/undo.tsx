import { smallButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formPath } from '@/lib/registry/form-path';

/** Says what "Not interested" did, with a button to undo it. */
export function Undo({ paperId }: { paperId: number }) {
  return (
    <Notice role="status">
      <form
        method="post"
        action={formPath('taste/markPaper')}
        className="flex flex-wrap items-center gap-x-3"
      >
        <input type="hidden" name="paperId" value={paperId} />
        <input type="hidden" name="disliked" value="false" />
        <span>You won’t see this paper here again, and fewer like it.</span>
        <button type="submit" className={smallButton}>
          Undo
        </button>
      </form>
    </Notice>
  );
}
