import { expect, test } from 'vitest';
import { topicsInWords } from './topics';

const said = (topics: string[]) =>
  topicsInWords(topics)
    .map(({ text }) => text)
    .join('');

test('categories have their official names, other topics stay unchanged', () => {
  expect(said(['cs.LG', 'math.NT', 'robotics'])).toBe(
    'Machine Learning, Number Theory, and robotics',
  );
  expect(said(['cs.CL'])).toBe('Computation and Language');
});

test('each name has its category', () => {
  expect(topicsInWords(['cs.LG', 'robotics', 'math.NT']).map(({ topic }) => topic)).toEqual([
    'cs.LG',
    null,
    null,
    null,
    'math.NT',
  ]);
});
