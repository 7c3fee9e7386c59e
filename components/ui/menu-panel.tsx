'use client';

import Link from 'next/link';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import type { MenuItem } from './menu-item';

const entry =
  'flex min-h-9 w-full cursor-pointer items-center rounded px-2.5 text-sm outline-none data-highlighted:bg-sunken';

/** Opens when mounted: the click that opens it loads it. */
export function MenuPanel({
  label,
  children,
  heading,
  items,
  buttonClass,
  openedBy,
}: {
  label: string;
  children: ReactNode;
  heading?: ReactNode;
  items: MenuItem[];
  buttonClass: string;
  openedBy: 'pointer' | 'keyboard';
}) {
  const content = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<(() => void) | null>(null);

  // Runs after the menu closes, so that a dialog returns the focus to the menu's button.
  const actOnChosen = (event: Event) => {
    const act = chosen.current;
    if (!act) return;
    chosen.current = null;
    event.preventDefault();
    trigger.current?.focus();
    act();
  };

  // The key that opened the menu was pressed before Radix was mounted.
  useEffect(() => {
    if (openedBy !== 'keyboard') return;
    const frame = requestAnimationFrame(() =>
      content.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [openedBy]);

  return (
    <DropdownMenu.Root defaultOpen modal={false}>
      <DropdownMenu.Trigger ref={trigger} aria-label={label} className={buttonClass}>
        {children}
      </DropdownMenu.Trigger>
      {/* Rendered in place instead of at the end of the page, so that it stays within its
          landmark. */}
      <DropdownMenu.Content
        ref={content}
        align="end"
        sideOffset={4}
        onCloseAutoFocus={actOnChosen}
        className="z-40 min-w-44 rounded-lg border border-line bg-raised p-1 text-ink shadow-lg"
      >
        {heading ? (
          <DropdownMenu.Label className="border-line border-b px-2.5 py-1.5 text-muted text-sm">
            {heading}
          </DropdownMenu.Label>
        ) : null}
        {items.map((item) =>
          item.kind === 'link' ? (
            <DropdownMenu.Item key={item.label} asChild>
              <Link href={item.href} prefetch={false} className={entry}>
                {item.label}
              </Link>
            </DropdownMenu.Item>
          ) : (
            <DropdownMenu.Item
              key={item.label}
              onSelect={() => {
                chosen.current = item.onSelect;
              }}
              className={entry}
            >
              {item.label}
            </DropdownMenu.Item>
          ),
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
