import { expect, test } from 'vitest';
import { CATEGORIES } from './categories';
import { ARCHIVES } from './topics';

test('each category is in one group', () => {
  const listed = ARCHIVES.flatMap(({ topics }) => topics);
  expect(listed.toSorted()).toEqual(CATEGORIES.toSorted());
});

test('groups match those of arXiv', () => {
  const group = (topic: string) => ARCHIVES.find(({ topics }) => topics.includes(topic))?.name;
  expect(group('cs.CV')).toBe('Computer Science');
  expect(group('math-ph')).toBe('Physics');
  expect(group('math.MP')).toBe('Mathematics');
  expect(group('physics.optics')).toBe('Physics');
  expect(group('q-bio.NC')).toBe('Quantitative Biology');
  expect(group('cmp-lg')).toBe('No longer in use');
  expect(group('solv-int')).toBe('No longer in use');
});
