'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { REASONS } from '@/lib/base/errors';
import type { Filter } from '@/lib/filters/types';
import { setFilter } from '@/lib/filters/write';

type Props = {
  filter: Filter;
  paper?: { slug: string; title: string };
  /** What the button says while the filter holds, and when it was just taken back. */
  off: string;
  on: string;
  /** What it is about, for those who hear the page. */
  name: string;
};

/** Takes a filter back; it stays in its list, so that this can be undone too. */
export function FilterSwitch({ filter, paper, off, on, name }: Props) {
  const [holds, setHolds] = useState(true);
  const set = (next: boolean) => {
    setHolds(next);
    setFilter({ ...filter, paper, on: next }, ({ reason, message }) => {
      setHolds(!next);
      toast('error', message ?? REASONS[reason].words);
    });
  };
  return (
    <Button size="sm" className="needs-script shrink-0" onClick={() => set(!holds)}>
      {holds ? off : on}
      <span className="sr-only"> {name}</span>
    </Button>
  );
}
