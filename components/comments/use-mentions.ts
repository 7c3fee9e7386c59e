'use client';

import { useQuery } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

type Mentionable = { handle: string; name: string | null };
type Typed = { at: number; start: string };

/** Returns the handle being typed right before the caret. */
export function typedHandle(text: string, caret: number): Typed | null {
  const match = /(?:^|[^\w@./-])@([a-z0-9_-]{0,30})$/i.exec(
    text.slice(Math.max(0, caret - 40), caret),
  );
  if (!match) return null;
  const start = match[1] ?? '';
  return { at: caret - start.length - 1, start: start.toLowerCase() };
}

async function fetchReaders(paperId: number, start: string, signal: AbortSignal) {
  const query = new URLSearchParams({ paper: String(paperId), start });
  const response = await fetch(`/me/mentions?${query}`, { cache: 'no-store', signal });
  if (!response.ok) return [];
  return ((await response.json()) as { readers: Mentionable[] }).readers;
}

/** Debounce of the user lookup in milliseconds. */
const QUIET = 150;

/** Completes handles in a textarea. Returns the suggestions and the key handler. */
export function useMentions(
  area: RefObject<HTMLTextAreaElement | null>,
  { paperId, change }: { paperId: number; change: (text: string) => void },
) {
  const listId = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const caret = useRef<number | null>(null);

  const start = typed?.start ?? null;
  useEffect(() => {
    const timer = setTimeout(() => setAsked(start), start === null ? 0 : QUIET);
    return () => clearTimeout(timer);
  }, [start]);
  const { data = [] } = useQuery({
    queryKey: ['mentions', paperId, asked],
    queryFn: ({ signal }) => fetchReaders(paperId, asked ?? '', signal),
    enabled: asked !== null,
    staleTime: 60_000,
    retry: false,
  });
  const readers =
    start === null ? [] : data.filter(({ handle }) => handle.toLowerCase().startsWith(start));
  const open = readers.length > 0;
  const current = Math.min(active, readers.length - 1);

  // Runs after React has written the completed text to the textarea.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const look = () => {
    const box = area.current;
    const now =
      box && box.selectionStart === box.selectionEnd
        ? typedHandle(box.value, box.selectionStart)
        : null;
    setTyped(now);
    if (now?.start !== start) setActive(0);
  };

  const take = (handle: string) => {
    const box = area.current;
    if (!box || !typed) return;
    const after = box.value.slice(typed.at + 1 + typed.start.length);
    const word = `@${handle}${/^\s/.test(after) ? '' : ' '}`;
    caret.current = typed.at + word.length;
    setTyped(null);
    change(box.value.slice(0, typed.at) + word + after);
  };

  /** Returns true if the list handled the key. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing)
      return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((current + step + readers.length) % readers.length);
    else if (event.key === 'Escape') setTyped(null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey)
      take(readers[current]?.handle ?? '');
    else return false;
    event.preventDefault();
    return true;
  };

  return { listId, readers, current, open, look, take, onKey, close: () => setTyped(null) };
}
