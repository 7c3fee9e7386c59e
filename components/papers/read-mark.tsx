'use client';

import { Icon } from '@/components/ui/icon';
import { useRead } from '@/lib/reads/hooks';
import { READ_WORDS } from '@/lib/reads/messages';

/** Says in a row that the viewer has read the paper. Beside the row's icons, so nothing shifts. */
export function ReadMark({ paperId }: { paperId: number }) {
  const { read } = useRead(paperId);
  if (!read) return null;
  return (
    <span className="screen-only mr-auto inline-flex items-center gap-1 pl-1 text-xs sm:pl-0">
      <Icon name="check" className="size-3.5" />
      {READ_WORDS.read}
    </span>
  );
}
