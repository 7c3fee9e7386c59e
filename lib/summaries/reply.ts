import { z } from 'zod';

/** Characters of a summary. */
const SHORTEST = 40;
const LONGEST = 700;
/** Sentences as they are counted: "et al." may count as the end of one. */
const MOST_SENTENCES = 3;
const MOST_KEYWORDS = 6;
/** The least share of a summary's longer words that the paper has too, by their first letters. */
const SHARED = 0.25;
const STEM = 5;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().max(20_000) }) })).min(1),
  usage: z.object({ total_tokens: z.number().int().min(0) }).nullish(),
});
const written = z.object({ summary: z.string(), keywords: z.array(z.unknown()).default([]) });

export type Reply = {
  /** Null for a reply that is none that can be shown. */
  written: { summary: string; keywords: string[] } | null;
  /** Tokens that the server says it cost. */
  tokens: number | null;
};

/** Reads a reply of `POST /chat/completions` about a paper. Never throws. */
export function readReply(body: string, paper: { title: string; abstract: string }): Reply {
  const parsed = completion.safeParse(jsonOf(body));
  if (!parsed.success) return { written: null, tokens: null };
  const { choices, usage } = parsed.data;
  const tokens = usage?.total_tokens ?? null;
  const told = written.safeParse(jsonOf(objectIn(choices[0]?.message.content ?? '')));
  if (!told.success) return { written: null, tokens };
  const summary = told.data.summary.replace(/\s+/g, ' ').trim();
  if (!isSummary(summary) || !isAbout(summary, paper)) return { written: null, tokens };
  return { written: { summary, keywords: keywordsOf(told.data.keywords) }, tokens };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object in a reply that thinks aloud before it, or puts it into a block of code. */
function objectIn(content: string): string {
  const said = content.slice(content.lastIndexOf('</think>') + 1);
  return said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
}

/**
 * What no plain sentence has. Pages show a summary as text whatever is in it; this keeps what a
 * hostile abstract may have talked a model into from readers of mails, feeds and the API, too.
 */
const MARKUP = [
  /<\/?[a-z!?]/i,
  /&#?\w+;/,
  /\w+:\/\/|\bwww\.|\b(?:javascript|data|mailto):/i,
  /\S@\S+\.\w/,
  // A name of a host; numbers, and names of files such as `model.py`, have other endings.
  /\b[\w-]+\.(?:com|org|net|io|ai|app|dev|info|biz|xyz|me|co|gl|ly|shop|site|online|top|ru|cn)\b/i,
  /\]\s*[([:]|!\[|`|\*\*|__|^\s*[#>|*+-]\s/,
  /\\(?:href|url|html\w*|includegraphics|input|include|def|newcommand|class|style|cssId)\b/i,
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u,
];

/** TeX is for formulas: outside of one, `\\textbf` and the like are markup. */
const isMarkup = (text: string): boolean =>
  MARKUP.some((pattern) => pattern.test(text)) || text.replace(/\$[^$]*\$/g, '').includes('\\');

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

const isSummary = (text: string): boolean =>
  text.length >= SHORTEST &&
  text.length <= LONGEST &&
  [...sentences.segment(text)].length <= MOST_SENTENCES &&
  !isMarkup(text);

const stems = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, STEM));

/** Whether a text is about a paper, as far as its words tell: an apology or another paper is not. */
function isAbout(text: string, { title, abstract }: { title: string; abstract: string }): boolean {
  const known = new Set(stems(`${title} ${abstract}`));
  const told = stems(text);
  const shared = told.filter((stem) => known.has(stem));
  return told.length > 0 && shared.length >= SHARED * told.length;
}

const KEYWORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .+#'’/-]{1,39}$/u;

function keywordsOf(said: unknown[]): string[] {
  const found = new Map<string, string>();
  for (const one of said) {
    const keyword = typeof one === 'string' ? one.replace(/\s+/g, ' ').trim() : '';
    if (KEYWORD.test(keyword) && !isMarkup(keyword)) {
      found.set(keyword.toLowerCase(), found.get(keyword.toLowerCase()) ?? keyword);
    }
  }
  return [...found.values()].slice(0, MOST_KEYWORDS);
}
