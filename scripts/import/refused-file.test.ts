import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusedFile } from './refused-file';

let place = '';
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'papertide-refused-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const left = () => readdirSync('.').filter((name) => name.startsWith('import-refused'));

test('writes refused records to the given folder only', () => {
  const before = left();
  const folder = path.join(place, 'not', 'there', 'yet');
  const refused = refusedFile(folder);
  expect(refused.name()).toBeNull();
  expect(existsSync(folder)).toBe(false);
  for (const id of ['1', '2']) {
    refused.add('a.jsonl', { id, reason: 'broken', record: { id } });
  }
  refused.close();
  const name = refused.name() ?? '';
  expect(path.isAbsolute(name)).toBe(true);
  expect(path.dirname(name)).toBe(folder);
  expect(statSync(name).mode & 0o077).toBe(0);
  const lines = readFileSync(name, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual(
    ['1', '2'].map((id) => ({ from: 'a.jsonl', id, reason: 'broken', record: { id } })),
  );
  expect(left()).toEqual(before);
});
