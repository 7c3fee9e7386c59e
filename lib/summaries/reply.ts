import { z } from 'zod';

/** Length of a summary in characters. */
const SHORTEST = 40;
const LONGEST = 700;
/** Sentences by the segmenter, which may end one at "et al.". */
const MOST_SENTENCES = 3;
const MOST_KEYWORDS = 6;
/** The smallest share of a summary's longer words that are also in the paper, by prefix. */
const SHARED = 0.25;
const STEM = 5;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().max(20_000) }) })).min(1),
  usage: z.object({ total_tokens: z.number().int().min(0) }).nullish(),
});
const written = z.object({ summary: z.string(), keywords: z.array(z.unknown()).default([]) });

export type Reply = {
  /** Null if the response is unusable. */
  written: { summary: string; keywords: string[] } | null;
  /** Tokens that the server counted. */
  tokens: number | null;
};

/** Parses a response of `POST /chat/completions` about a paper. Never throws. */
export function readReply(body: string, paper: { title: string; abstract: string }): Reply {
  const parsed = completion.safeParse(jsonOf(body));
  if (!parsed.success) return { written: null, tokens: null };
  const { choices, usage } = parsed.data;
  const tokens = usage?.total_tokens ?? null;
  const result = written.safeParse(jsonOf(objectIn(choices[0]?.message.content ?? '')));
  if (!result.success) return { written: null, tokens };
  const summary = result.data.summary.replace(/\s+/g, ' ').trim();
  if (!isSummary(summary) || !isAbout(summary, paper)) return { written: null, tokens };
  return { written: { summary, keywords: keywordsOf(result.data.keywords) }, tokens };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Extracts the object from a response that starts with reasoning, or has it in a code block. */
function objectIn(content: string): string {
  const said = content.slice(content.lastIndexOf('</think>') + 1);
  return said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
}

/**
 * Patterns that plain sentences do not contain. Pages show a summary as text anyway; this also
 * protects mails, feeds and the API from a prompt injection in an abstract.
 */
const MARKUP = [
  /<\/?[a-z!?]/i,
  /&#?\w+;/,
  /\w+:\/\/|\bwww\.|\b(?:javascript|data|mailto):/i,
  /\S@\S+\.\w/,
  // A host name; numbers, and file names such as `model.py`, have other endings.
  /\b[\w-]+\.(?:com|org|net|io|ai|app|dev|info|biz|xyz|me|co|gl|ly|shop|site|online|top|ru|cn)\b/i,
  /\]\s*[([:]|!\[|`|\*\*|__|^\s*[#>|*+-]\s/,
  /\\(?:href|url|html\w*|includegraphics|input|include|def|newcommand|class|style|cssId)\b/i,
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u,
];

/** TeX is allowed in formulas only: outside of one, `\\textbf` and the like are markup. */
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

/**
 * Returns whether a text shares enough words with a paper: an apology, or a summary of another
 * paper, does not.
 */
function isAbout(text: string, { title, abstract }: { title: string; abstract: string }): boolean {
  const known = new Set(stems(`${title} ${abstract}`));
  const result = stems(text);
  const shared = result.filter((stem) => known.has(stem));
  return result.length > 0 && shared.length >= SHARED * result.length;
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
