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
  /** Button labels: `off` while the filter is active, `on` after it was removed. */
  off: string;
  on: string;
  /** What the filter applies to, for screen readers. */
  name: string;
};

/** Removes a filter. The row stays in the list so that the removal can be undone. */
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
