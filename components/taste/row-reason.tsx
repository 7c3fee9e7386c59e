import { smallButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formPath } from '@/lib/registry/form-path';
import { whyWords } from '@/lib/taste/messages';
import type { Why } from '@/lib/taste/types';

type Props = { paperId: number; title: string; why: Why | undefined };

/** The reason for a recommendation, and the button that dismisses it. */
export function RowReason({ paperId, title, why }: Props) {
  const words = why ? whyWords(why) : '';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {words ? <p>{words}</p> : null}
      <form method="post" action={formPath('taste/markPaper')}>
        <input type="hidden" name="paperId" value={paperId} />
        <input type="hidden" name="disliked" value="true" />
        <button type="submit" aria-label={`Not interested in ${title}`} className={smallButton}>
          <Icon name="close" className="size-3.5" />
          Not interested
        </button>
      </form>
    </div>
  );
}
