import { foldLetters } from '@/lib/base/fold-letters';
import { plainText } from '@/lib/markup/plain';
import { addressBibtex, escapeBibtex, titleBibtex, verbatimBibtex } from './bibtex-text';
import { doiUrl, sourceUrl } from './links';
import { isGroupName, keyName, nameParts } from './names';
import { retractionNote } from './retraction';
import type { PaperDetail } from './types';

type Entry = Pick<
  PaperDetail,
  | 'source'
  | 'externalId'
  | 'title'
  | 'publishedAt'
  | 'categories'
  | 'doi'
  | 'journalRef'
  | 'retraction'
> & { authors: { name: string }[]; organization: { name: string } | null };

/** Most authors in an entry; then "and others", as BibTeX has it. */
const MOST_AUTHORS = 100;

/** Returns entries for one bibliography: papers with the same key get a letter after it. */
export function bibliography(papers: Entry[]): string {
  const taken = new Set<string>();
  return papers
    .map((paper) => {
      const key = citeKey(paper);
      let own = key;
      for (let n = 1; taken.has(own); n++) own = key + letters(n);
      taken.add(own);
      return bibtex(paper, own);
    })
    .join('\n\n');
}

/** 1 → b, 25 → z, 26 → ba: the first one has none. */
const letters = (n: number): string =>
  (n > 25 ? letters(Math.floor(n / 26)) : '') + String.fromCharCode(97 + (n % 26));

/** Returns a BibTeX entry (@article if published in a journal, else @misc) in UTF-8. */
export function bibtex(paper: Entry, key = citeKey(paper)): string {
  const fields: [string, string | null][] = [
    ['title', `{${titleBibtex(paper.title)}}`],
    ['author', authors(paper)],
    ['year', year(paper)],
    ['journal', paper.journalRef && escapeBibtex(paper.journalRef).trim()],
    ['doi', paper.doi && verbatimBibtex(paper.doi)],
    ['eprint', paper.source === 'arxiv' ? verbatimBibtex(paper.externalId) : null],
    ['archivePrefix', paper.source === 'arxiv' ? 'arXiv' : null],
    ['primaryClass', paper.source === 'arxiv' ? verbatimBibtex(paper.categories[0] ?? '') : null],
    ['note', paper.retraction ? escapeBibtex(retractionNote(paper.retraction)) : null],
    ['url', addressBibtex(sourceUrl(paper) ?? (paper.doi ? doiUrl(paper.doi) : ''))],
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name.padEnd(13)} = {${value}},`);
  return [`@${paper.journalRef ? 'article' : 'misc'}{${key},`, ...lines, '}'].join('\n');
}

const year = (paper: Entry) => /^\d{4}/.exec(paper.publishedAt)?.[0] ?? '';

/** `vaswani2017attention`: family name, year, first significant word; ASCII only. */
function citeKey(paper: Entry): string {
  const family = ascii(keyName(paper.authors[0]?.name ?? '') || (paper.organization?.name ?? ''));
  const word = plainText(paper.title)
    .split(/[^\p{L}\p{N}]+/u)
    .map(ascii)
    .find((candidate) => candidate.length > 1 && !SMALL.has(candidate));
  return `${family}${year(paper)}${word ?? ''}` || 'paper';
}

const SMALL = new Set([
  'a',
  'an',
  'and',
  'are',
  'do',
  'does',
  'for',
  'from',
  'how',
  'in',
  'is',
  'of',
  'on',
  'the',
  'to',
  'towards',
  'what',
  'when',
  'why',
  'with',
]);

const ascii = (text: string): string => foldLetters(text).replace(/[^a-z0-9]/g, '');

function authors(paper: Entry): string | null {
  if (paper.authors.length === 0)
    return paper.organization && `{${escapeBibtex(paper.organization.name).trim()}}`;
  const named = paper.authors.slice(0, MOST_AUTHORS).map(({ name }) => person(name));
  return [...named, ...(paper.authors.length > MOST_AUTHORS ? ['others'] : [])].join(' and ');
}

/**
 * Puts in braces what BibTeX would split: collaborations, commas, an "and" and TeX inside a name.
 */
const person = (name: string): string => {
  const parts = nameParts(name);
  if ('suffix' in parts && parts.suffix) {
    return [parts.family, parts.suffix, parts.given].map(namePart).join(', ');
  }
  const safe = escapeBibtex(name).trim();
  return isGroupName(name) || /,|\\|\band\b|^\S+$/i.test(safe) ? `{${safe}}` : safe;
};

const namePart = (part: string): string => {
  const safe = escapeBibtex(part).trim();
  return /,|\\|\band\b/i.test(safe) ? `{${safe}}` : safe;
};
