/** What a single key asks for. */
export type Shortcut =
  | 'next'
  | 'previous'
  | 'open'
  | 'upvote'
  | 'save'
  | 'hide'
  | 'search'
  | 'help';

/** In the order in which the help lists them. */
export const SHORTCUTS: ReadonlyMap<string, Shortcut> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'open'],
  ['u', 'upvote'],
  ['s', 'save'],
  ['h', 'hide'],
  ['/', 'search'],
  ['?', 'help'],
]);

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'
>;

/**
 * What a key asks for, or null when it is not for us: with a modifier (Shift apart, which some
 * keyboards need for `/` and `?`), while text is composed, or held down; only j and k may repeat.
 */
export function shortcutOf(press: Press): Shortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.isComposing || press.defaultPrevented) return null;
  const shortcut = SHORTCUTS.get(press.key);
  if (!shortcut) return null;
  return press.repeat && shortcut !== 'next' && shortcut !== 'previous' ? null : shortcut;
}

/** Where keys have a meaning of their own. */
const TAKEN =
  'input,textarea,select,[contenteditable],[role="menu"],[role="listbox"],[role="combobox"],[role="dialog"],dialog';
const OPEN = 'dialog[open],[role="dialog"],[role="alertdialog"],[role="menu"]';

/** Whether keys are for something else: a field that is typed in, or an open menu or dialog. */
export function isTaken(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(TAKEN)) return true;
  return [...document.querySelectorAll(OPEN)].some((open) => open.checkVisibility());
}

const OFF_KEY = 'papertide:shortcuts';

/** Whether single keys do something here; the reader may turn them off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(OFF_KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(OFF_KEY);
    else localStorage.setItem(OFF_KEY, 'off');
  } catch {
    // Storage may be forbidden: they stay on.
  }
}
