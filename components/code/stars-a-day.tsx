import { Icon } from '@/components/ui/icon';
import { momentumWords } from '@/lib/code/messages';

export function StarsADay({ momentum }: { momentum: number | null }) {
  if (momentum === null) return null;
  return (
    <span className="inline-flex min-h-6 items-center gap-1 whitespace-nowrap rounded bg-sunken px-1.5 font-medium text-muted">
      <Icon name="star" className="size-3.5" />
      {momentumWords(momentum)}
    </span>
  );
}
