import { expect, test } from 'vitest';
import { CATEGORIES, categoryName } from './categories';

test.each([
  ['cs.CV', 'Computer Vision and Pattern Recognition'],
  ['cmp-lg', 'Computation and Language'],
  ['hep-th', 'High Energy Physics - Theory'],
  ['cond-mat.mtrl-sci', 'Materials Science'],
  ['cs.XX', null],
])('%s is called %s', (category, name) => {
  expect(categoryName(category)).toBe(name);
});

test('every identifier is well-formed, and has a name', () => {
  expect(CATEGORIES.length).toBeGreaterThan(170);
  for (const category of CATEGORIES) {
    expect(category).toMatch(/^[a-z]+(-[a-z]+)?(\.([A-Z]{2}|[a-z]+(-[a-z]+)?))?$/);
    expect(categoryName(category)).toMatch(/^[A-Z]/);
  }
});
