import { parseArxivId } from '@/lib/identifiers/arxiv';
import { CATEGORIES } from '@/lib/papers/categories';
import { SLUG } from '@/lib/papers/paths';
import { spelledOut } from './compounds';
import { normalized, wordsOf } from './words';

/** A query in its parts; words and phrases are normalized, in the order they were typed. */
export type Query = {
  text: string;
  /** What is looked for as it was typed, without operators and what is left out. */
  prose: string;
  words: string[];
  phrases: string[][];
  /** Words and phrases that no result may have. */
  excluded: string[][];
  authors: string[][];
  /** Other spellings of words that were typed with umlauts: `mueller` of `muller`. */
  spelled: Map<string, string[]>;
  topics: string[];
  /** Papers that results are like, by their slugs. */
  like: string[];
  years: { from: number; to: number } | null;
  /** An arXiv identifier, canonical, if the query is one. */
  arxivId: string | null;
  doi: string | null;
};

/** Longer queries are cut: an abstract still fits. */
export const LONGEST_QUERY = 2_000;
const MOST_WORDS = 100;
/** Of a text of more words than this, quotes and dashes are part of the prose. */
const PROSE = 12;

/** Papers that one query may name with `like:`. */
const MOST_LIKE = 5;

const TOKEN = /(-?)(?:(author|topic|year|like):\s?)?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/giu;
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i;
const TOPICS = new Map(CATEGORIES.map((topic) => [topic.toLowerCase(), topic]));
const ARCHIVES = new Set(CATEGORIES.map((topic) => topic.split('.')[0]?.toLowerCase()));

/** `2017`, `2015-2018`, `2015-`, `-2018`, as the first and last year; null for anything else. */
export function parseYears(text: string): { from: number; to: number } | null {
  const [, first, dash, last] = /^(\d{4})?(-|\.\.|–)?(\d{4})?$/.exec(text.trim()) ?? [];
  if (!first && !last) return null;
  if (first && last && !dash) return null;
  const from = Number(first ?? 0);
  const to = Number(last ?? (dash ? 9999 : first));
  return from <= to ? { from, to } : { from: to, to: from };
}

/** A topic as arXiv spells it, or an archive (`cs`) in lower case; null for what is neither. */
export const parseTopic = (text: string): string | null => {
  const key = text.trim().toLowerCase();
  return TOPICS.get(key) ?? (ARCHIVES.has(key) ? key : null);
};

/** The paper that an identifier or an address names, by its slug; null for anything else. */
export function parseSlug(text: string): string | null {
  const bare = text.trim().replace(/^https?:\/\/[^/]{1,200}\/papers\//, '');
  return parseArxivId(bare)?.id ?? (SLUG.test(bare) ? bare : null);
}

/** Reads what was typed. Never throws; what cannot be an operator is words. */
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

/** Whether there is anything to look for. */
export const isEmpty = (query: Query): boolean =>
  query.words.length + query.phrases.length + query.authors.length + query.like.length === 0;
