'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { Suggestion } from '@/lib/search/types';

export type SuggestionListProps = { input: HTMLInputElement };

/** Debounce of suggestions in milliseconds. */
const PAUSE = 150;
const LEAST = 2;

const KINDS: Record<Suggestion['kind'], string> = {
  paper: 'Paper',
  author: 'Author',
  topic: 'Topic',
  organization: 'Organization',
  reader: 'Reader',
};

async function suggest(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`/me/suggestions?q=${encodeURIComponent(q)}`, { signal });
  if (!response.ok) return [];
  return (await response.json()).suggestions;
}

/**
 * Suggestions below a field: a combobox with an optional list (WAI-ARIA Authoring Practices). Enter
 * without a selected entry submits the form as usual.
 */
export function SuggestionList({ input }: SuggestionListProps) {
  const listId = useId();
  const [text, setText] = useState(input.value.trim());
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const wanted = text.length >= LEAST;
  const { data = [] } = useQuery({
    queryKey: ['suggest', text],
    queryFn: ({ signal }) => suggest(text, signal),
    enabled: wanted,
    staleTime: 60_000,
    placeholderData: (before) => (wanted ? before : []),
  });
  const shown = isOpen && wanted && data.length > 0;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const onInput = () => {
      clearTimeout(timer);
      setActive(-1);
      timer = setTimeout(() => {
        setText(input.value.trim());
        setOpen(true);
      }, PAUSE);
    };
    const onBlur = () => setOpen(false);
    input.addEventListener('input', onInput);
    input.addEventListener('blur', onBlur);
    // Handles what was typed while this code loaded.
    if (input.value !== input.defaultValue) onInput();
    return () => {
      clearTimeout(timer);
      input.removeEventListener('input', onInput);
      input.removeEventListener('blur', onBlur);
    };
  }, [input]);

  useEffect(() => {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', listId);
    input.setAttribute('aria-expanded', String(shown));
    const chosen = data[active];
    if (shown && chosen) input.setAttribute('aria-activedescendant', `${listId}-${active}`);
    else input.removeAttribute('aria-activedescendant');
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && shown) {
        // The browser would clear the field.
        event.preventDefault();
        setOpen(false);
      }
      if (event.key === 'Enter' && shown && chosen) {
        event.preventDefault();
        location.assign(chosen.href);
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || data.length === 0) return;
      event.preventDefault();
      setOpen(true);
      // One position more than there are suggestions: the field itself.
      setActive((at) => ((at + 1 + step + data.length + 1) % (data.length + 1)) - 1);
    };
    input.addEventListener('keydown', onKey);
    return () => input.removeEventListener('keydown', onKey);
  }, [input, listId, shown, active, data]);

  return (
    <div
      id={listId}
      role="listbox"
      aria-label="Suggestions"
      hidden={!shown}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-96 min-w-72 overflow-y-auto rounded-md border border-line-strong bg-raised py-1 shadow-lg"
    >
      {data.map(({ kind, label, href }, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
        <div
          key={`${kind} ${href}`}
          id={`${listId}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => location.assign(href)}
          className={`flex cursor-pointer items-baseline gap-3 px-3 py-1.5 text-sm ${
            at === active ? 'bg-sunken' : 'hover:bg-sunken'
          }`}
        >
          <span className="line-clamp-2 min-w-0 grow">{label}</span>
          <span className="shrink-0 text-muted text-xs">{KINDS[kind]}</span>
        </div>
      ))}
    </div>
  );
}
