import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOMS = ['app', 'components', 'db', 'lib', 'scripts'];

it('no test file mocks a module, which another may have loaded or may load afterwards', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true }).map((file) => `${room}/${file}`),
  ).filter((file) => /\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(100);
  const call = /\bvi\.(?:do)?mock\(/i;
  expect(files.filter((file) => call.test(readFileSync(file, 'utf8')))).toEqual([]);
});
