import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { config } from '../proxy';

const personal = path.join(import.meta.dirname, '(personal)');

test('the proxy sets a nonce for personal pages only', () => {
  const pages = readdirSync(personal, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => `/${path.dirname(file).split(path.sep).join('/')}`)
    .map((page) => page.replace(/\[(\w+)\]/g, ':$1'));
  expect(pages.length).toBeGreaterThan(4);
  expect([...config.matcher].sort()).toEqual(pages.sort());
});
