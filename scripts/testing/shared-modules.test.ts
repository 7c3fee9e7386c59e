import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOMS = ['app', 'components', 'db', 'lib', 'scripts'];

it('no test file relies on a mock of a module that another file may have loaded', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true }).map((file) => `${room}/${file}`),
  ).filter((file) => /\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(100);
  const call = ['vi', 'mock('].join('.');
  expect(files.filter((file) => readFileSync(file, 'utf8').includes(call))).toEqual([]);
});
