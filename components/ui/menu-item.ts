export type MenuItem =
  | { kind: 'link'; label: string; href: string }
  | { kind: 'action'; label: string; onSelect: () => void };

/** Shared with the menu's placeholder, so that the button looks the same before its code loads. */
export const menuButtonClass =
  'flex h-9 max-w-40 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-muted hover:bg-sunken hover:text-ink';
