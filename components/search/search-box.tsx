'use client';

import { type ComponentType, useId, useState } from 'react';
import type { SuggestionListProps } from './suggestion-list';

type Props = {
  id?: string;
  label: string;
  value?: string;
  /** Larger, for the search page itself. */
  main?: boolean;
};

/**
 * A plain search field. The suggestion code loads on first use, so that reading a feed costs almost
 * nothing for it.
 */
export function SearchBox({ id, label, value = '', main = false }: Props) {
  const fallback = useId();
  const [List, setList] = useState<ComponentType<SuggestionListProps> | null>(null);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const load = () => {
    if (!List) import('./suggestion-list').then((module) => setList(() => module.SuggestionList));
  };
  return (
    <div className="relative">
      <input
        ref={setInput}
        id={id ?? fallback}
        type="search"
        name="q"
        aria-label={label}
        defaultValue={value}
        key={value}
        maxLength={2000}
        placeholder="Search papers"
        autoComplete="off"
        data-search-field={main ? undefined : ''}
        onFocus={load}
        className={`w-full rounded-md border border-line-strong bg-surface px-3 placeholder:text-muted ${
          main ? 'h-10 text-base' : 'h-8 text-sm'
        }`}
      />
      {List && input ? <List input={input} /> : null}
    </div>
  );
}
