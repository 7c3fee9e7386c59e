import { describe, expect, it, vi } from 'vitest';
import { foldOf, hasFilter, keyOf, NOTHING, withFilter } from './matching';
import type { Filters } from './types';

const filters: Filters = { hidden: [3, 1], topic: ['cs.CR', 'cs.LG'], word: ['graph', 'agents'] };
const row = (id: number, topics: string[] = [], text = '') => ({ id, topics, text: () => text });

describe('the reason for a hidden row', () => {
  it('is the paper before its topics, and its topics before its words', () => {
    expect(foldOf(row(1, ['cs.LG'], 'graph'), filters)).toEqual({ kind: 'hidden', value: 1 });
    expect(foldOf(row(2, ['cs.LG', 'cs.CR'], 'graph'), filters)).toEqual({
      kind: 'topic',
      value: 'cs.CR',
    });
    expect(foldOf(row(2, ['cs.CV'], 'Agents on a graph'), filters)).toEqual({
      kind: 'word',
      value: 'graph',
    });
    expect(foldOf(row(2, ['cs.CV'], 'Agent graphs'), filters)).toBeNull();
    expect(foldOf(row(2, ['cs.CV'], 'Graph'), NOTHING)).toBeNull();
  });

  it('is not the topic of the page itself', () => {
    expect(foldOf(row(2, ['cs.CR']), filters, 'cs.CR')).toBeNull();
    expect(foldOf(row(2, ['cs.CR', 'cs.LG']), filters, 'cs.CR')).toMatchObject({ value: 'cs.LG' });
  });

  it('is found without reading the text if no word is muted', () => {
    const text = vi.fn(() => 'graph');
    foldOf({ id: 9, topics: [], text }, { ...filters, word: [] });
    expect(text).not.toHaveBeenCalled();
  });
});

it('a filter is listed once, newest first, or not at all', () => {
  const topic = { kind: 'topic', value: 'cs.LG' } as const;
  expect(withFilter(filters, topic, true).topic).toEqual(['cs.LG', 'cs.CR']);
  const less = withFilter(filters, topic, false);
  expect(less.topic).toEqual(['cs.CR']);
  expect(hasFilter(filters, topic)).toBe(true);
  expect(hasFilter(less, topic)).toBe(false);
  expect(filters.topic).toEqual(['cs.CR', 'cs.LG']);
  expect(keyOf({ kind: 'word', value: 'x' })).not.toBe(keyOf({ kind: 'topic', value: 'x' }));
});
