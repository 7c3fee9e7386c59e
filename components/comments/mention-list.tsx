'use client';

import type { useMentions } from './use-mentions';

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** Suggestions below the text while a handle is typed; the textarea handles the keys. */
export function MentionList({ mentions }: { mentions: ReturnType<typeof useMentions> }) {
  const { listId, readers, current, open, take } = mentions;
  return (
    <>
      {open ? (
        <div
          role="listbox"
          id={listId}
          aria-label="Readers to mention"
          className="absolute inset-x-0 top-full z-10 mt-1 max-w-sm rounded-md border border-line-strong bg-raised p-1 shadow-lg"
        >
          {readers.map(({ handle, name }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the textarea handles the keys
            <div
              key={handle}
              role="option"
              tabIndex={-1}
              id={optionId(listId, index)}
              aria-selected={index === current}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 text-sm hover:bg-sunken aria-selected:bg-accent-soft"
              // Keeps the focus in the textarea.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(handle)}
            >
              <span className="font-medium">@{handle}</span>
              {name ? <bdi className="truncate text-muted">{name}</bdi> : null}
            </div>
          ))}
        </div>
      ) : null}
      <div role="status" className="sr-only">
        {open
          ? `${readers.length} ${readers.length === 1 ? 'reader' : 'readers'}; choose with the arrow keys and Enter.`
          : ''}
      </div>
    </>
  );
}
