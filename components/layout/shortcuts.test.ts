import { expect, it } from 'vitest';
import { SHORTCUTS, shortcutOf } from './shortcuts';

const press = (key: string, more: Partial<Parameters<typeof shortcutOf>[0]> = {}) =>
  shortcutOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isComposing: false,
    defaultPrevented: false,
    ...more,
  });

it('maps each listed key to its action and ignores all others', () => {
  for (const [key, shortcut] of SHORTCUTS) expect(press(key)).toBe(shortcut);
  for (const key of ['J', 'x', 'Enter', ' ', 'Tab', 'Escape', 'ArrowDown', '', '1', 'Dead']) {
    expect(press(key), key).toBeNull();
  }
});

it.each([
  { ctrlKey: true },
  { metaKey: true },
  { altKey: true },
  { isComposing: true },
  { defaultPrevented: true },
])('%j leaves every key alone', (more) => {
  for (const key of SHORTCUTS.keys()) expect(press(key, more)).toBeNull();
});

it('repeats only j and k while a key is held down', () => {
  const going = [...SHORTCUTS.keys()].filter((key) => press(key, { repeat: true }));
  expect(going).toEqual(['j', 'k']);
});
