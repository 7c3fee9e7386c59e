/** The action of a single key. */
export type Shortcut =
  | 'next'
  | 'previous'
  | 'open'
  | 'upvote'
  | 'save'
  | 'hide'
  | 'search'
  | 'help';

/** In the order of the help dialog. */
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
 * Returns the action of a key, or null for keys that are not shortcuts: with a modifier (except
 * Shift, which some keyboards need for `/` and `?`), during composition, or held down; only j and k
 * repeat.
 */
export function shortcutOf(press: Press): Shortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.isComposing || press.defaultPrevented) return null;
  const shortcut = SHORTCUTS.get(press.key);
  if (!shortcut) return null;
  return press.repeat && shortcut !== 'next' && shortcut !== 'previous' ? null : shortcut;
}

/** Elements that handle keys themselves. */
const TAKEN =
  'input,textarea,select,[contenteditable],[role="menu"],[role="listbox"],[role="combobox"],[role="dialog"],dialog';
const OPEN = 'dialog[open],[role="dialog"],[role="alertdialog"],[role="menu"]';

/** Whether something else handles keys: a text field, or an open menu or dialog. */
export function isTaken(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(TAKEN)) return true;
  return [...document.querySelectorAll(OPEN)].some((open) => open.checkVisibility());
}

const OFF_KEY = 'papertide:shortcuts';

/** Whether shortcuts are on; the user may turn them off (WCAG 2.1.4). */
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
    // Storage may be blocked: shortcuts stay on.
  }
}
