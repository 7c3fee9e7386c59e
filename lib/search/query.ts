import { parseArxivId } from '@/lib/identifiers/arxiv';
import { CATEGORIES } from '@/lib/papers/categories';
import { SLUG } from '@/lib/papers/paths';
import { spelledOut } from './compounds';
import { normalized, wordsOf } from './words';

/** A parsed query; words and phrases are normalized, in their typed order. */
export type Query = {
  text: string;
  /** The text without operators and exclusions. */
  prose: string;
  words: string[];
  phrases: string[][];
  /** Words and phrases that results must not have. */
  excluded: string[][];
  authors: string[][];
  /** Transliterations of words typed with umlauts: `mueller` for `muller`. */
  spelled: Map<string, string[]>;
  topics: string[];
  /** Papers that results must be similar to, by slug. */
  like: string[];
  years: { from: number; to: number } | null;
  /** The canonical arXiv identifier if the query is one. */
  arxivId: string | null;
  doi: string | null;
};

/** Longer queries are cut; an abstract still fits. */
export const LONGEST_QUERY = 2_000;
const MOST_WORDS = 100;
/** In a text of more words, quotes and dashes are prose, not operators. */
const PROSE = 12;

/** Most `like:` papers in one query. */
const MOST_LIKE = 5;

const TOKEN = /(-?)(?:(author|topic|year|like):\s?)?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/giu;
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i;
const TOPICS = new Map(CATEGORIES.map((topic) => [topic.toLowerCase(), topic]));
const ARCHIVES = new Set(CATEGORIES.map((topic) => topic.split('.')[0]?.toLowerCase()));

/**
 * Parses `2017`, `2015-2018`, `2015-`, `-2018` to the first and last year; null for anything else.
 */
export function parseYears(text: string): { from: number; to: number } | null {
  const [, first, dash, last] = /^(\d{4})?(-|\.\.|–)?(\d{4})?$/.exec(text.trim()) ?? [];
  if (!first && !last) return null;
  if (first && last && !dash) return null;
  const from = Number(first ?? 0);
  const to = Number(last ?? (dash ? 9999 : first));
  return from <= to ? { from, to } : { from: to, to: from };
}

/**
 * Returns a topic in arXiv's spelling, or an archive (`cs`) in lower case; null for anything else.
 */
export const parseTopic = (text: string): string | null => {
  const key = text.trim().toLowerCase();
  return TOPICS.get(key) ?? (ARCHIVES.has(key) ? key : null);
};

/** Returns the slug of the paper that an identifier or address names; null for anything else. */
export function parseSlug(text: string): string | null {
  const bare = text.trim().replace(/^https?:\/\/[^/]{1,200}\/papers\//, '');
  return parseArxivId(bare)?.id ?? (SLUG.test(bare) ? bare : null);
}

/** Parses a query. Never throws; anything that is no valid operator is words. */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, LONGEST_QUERY).replace(/\s+/g, ' ').trim();
  const query: Query = {
    text,
    prose: '',
    words: [],
    phrases: [],
    excluded: [],
    authors: [],
    spelled: spellings(text),
    topics: [],
    like: [],
    years: null,
    arxivId: parseArxivId(text)?.id ?? null,
    doi: DOI.exec(text)?.[1]?.toLowerCase() ?? null,
  };
  const tokens = [...text.matchAll(TOKEN)].map(([, minus, operator, quoted, bare]) => ({
    minus: minus === '-',
    operator: operator?.toLowerCase(),
    quoted,
    bare,
  }));
  if (tokens.filter(({ bare }) => bare !== undefined).length > PROSE) {
    query.words = wordsOf(normalized(text));
    query.prose = text;
  } else {
    for (const token of tokens) read(query, token);
  }
  query.words = query.words.slice(0, MOST_WORDS);
  return query;
}

function spellings(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []) {
    const spelled = spelledOut(word);
    if (spelled) found.set(normalized(word), [spelled]);
  }
  return found;
}

type Token = { minus: boolean; operator?: string; quoted?: string; bare?: string };

function read(query: Query, { minus, operator, quoted, bare }: Token): void {
  const value = quoted ?? bare ?? '';
  const words = wordsOf(normalized(value));
  if (operator === 'author' && !minus && words.length > 0) {
    query.authors.push(words);
    return;
  }
  if (operator === 'topic' && !minus) {
    const topic = parseTopic(value);
    if (topic) {
      query.topics.push(topic);
      return;
    }
  }
  if (operator === 'like' && !minus) {
    const slug = parseSlug(value);
    if (slug) {
      if (query.like.length < MOST_LIKE) query.like.push(slug);
      return;
    }
  }
  if (operator === 'year' && !minus) {
    const years = parseYears(value);
    if (years) {
      query.years = years;
      return;
    }
  }
  if (words.length === 0) return;
  if (!minus) query.prose = `${query.prose} ${value}`.trim();
  if (minus) query.excluded.push(words);
  else if (quoted !== undefined) query.phrases.push(words);
  else query.words.push(...words);
}
