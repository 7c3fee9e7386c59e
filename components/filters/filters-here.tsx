'use client';

import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { useFilterState } from '@/lib/filters/hooks';
import { keptNames } from '@/lib/filters/kept';
import type { FilterList, Filters } from '@/lib/filters/types';
import { FilterSettings } from './filter-settings';

function listOf({ hidden, topic, word }: Filters): FilterList {
  const names = keptNames();
  return {
    mutes: [
      ...topic.map((value) => ({ kind: 'topic' as const, value })),
      ...word.map((value) => ({ kind: 'word' as const, value })),
    ],
    papers: hidden.map((id) => ({ id, ...(names[id] ?? { slug: '', title: null }) })),
    hidden: hidden.length,
    page: 1,
    pages: 1,
  };
}

/** The filter list for visitors, read from this browser's storage. */
export function FiltersHere() {
  const state = useFilterState();
  // The list as first loaded: removed filters stay in it so that they can be restored.
  const [list, setList] = useState<FilterList>();
  if (state && !list) setList(listOf(state.filters));
  return (
    <div className="space-y-6">
      <Notice>
        You are not signed in: this is kept in this browser only.{' '}
        <a href="/sign-in?from=%2Fsettings%2Ffilters" className="text-link">
          Sign in
        </a>{' '}
        to have your own list wherever you read.
      </Notice>
      <noscript>
        <p className="text-sm">Hiding and muting need JavaScript.</p>
      </noscript>
      {list ? <FilterSettings list={list} /> : null}
    </div>
  );
}
