import { wordPattern } from './messages';
import type { Filter, Filters } from './types';

export const NOTHING: Filters = { hidden: [], topic: [], word: [] };

/** A paper in a feed's row; the text is read only if a word is muted. */
export type Row = { id: number; topics: string[]; text: () => string };

/**
 * Returns the filter that hides a paper, or null: the paper itself, else the latest muted topic,
 * else the latest muted word. A topic's own page does not apply that topic's mute.
 */
export function foldOf(row: Row, filters: Filters, ownTopic?: string): Filter | null {
  if (filters.hidden.includes(row.id)) return { kind: 'hidden', value: row.id };
  const topic = filters.topic.find((muted) => muted !== ownTopic && row.topics.includes(muted));
  if (topic) return { kind: 'topic', value: topic };
  if (filters.word.length === 0) return null;
  const text = row.text().normalize('NFC');
  const word = filters.word.find((muted) => finder(muted).test(text));
  return word ? { kind: 'word', value: word } : null;
}

const finders = new Map<string, RegExp>();

function finder(word: string): RegExp {
  const known = finders.get(word) ?? new RegExp(wordPattern(word), 'iu');
  finders.set(word, known);
  return known;
}

/** Returns the filters with one more as the latest, or without it. */
export function withFilter(filters: Filters, { kind, value }: Filter, on: boolean): Filters {
  const others = (filters[kind] as (string | number)[]).filter((each) => each !== value);
  return { ...filters, [kind]: on ? [value, ...others] : others };
}

export const hasFilter = (filters: Filters, { kind, value }: Filter): boolean =>
  (filters[kind] as (string | number)[]).includes(value);

/** Returns a filter's key for maps and sets. */
export const keyOf = ({ kind, value }: Filter): string => `${kind} ${value}`;
