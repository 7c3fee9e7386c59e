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

it('each listed key does what is listed, and no other does anything', () => {
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

it('held down, only j and k go on', () => {
  const going = [...SHORTCUTS.keys()].filter((key) => press(key, { repeat: true }));
  expect(going).toEqual(['j', 'k']);
});
