import { expect, test } from 'vitest';
import { topicsInWords } from './topics';

test('categories are told by their official names, other topics as they are', () => {
  expect(topicsInWords(['cs.LG', 'math.NT', 'robotics'])).toBe(
    'Machine Learning, Number Theory, and robotics',
  );
  expect(topicsInWords(['cs.CL'])).toBe('Computation and Language');
});
