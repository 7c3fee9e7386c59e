import { parseArxivId } from '@/lib/identifiers/arxiv';
import { readOrcid } from '@/lib/identifiers/orcid';

/** Most identifiers of one start; a library of thousands is cut. */
const MOST = 2_000;
const MOST_ORCIDS = 5;

export type Start = {
  /** arXiv identifiers, our own addresses and DOIs, in lower case. */
  names: string[];
  /** Titles of a .bib file. */
  titles: string[];
  orcids: string[];
};

// Each pattern bounds its repetitions: a text of 900 kB must not cost quadratic time.
const DOI = /10\.\d{4,9}\/[^\s"'<>{},;]{1,200}/gi;
const OWN = /\/papers\/(x[0-9a-z]{7}|\d{4}\.\d{4,5}|[a-z-]{1,20}\/\d{7})/g;
const ORCID = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/gi;
/** arXiv identifiers of both kinds, as ids, addresses or `arXiv:…`. */
const ARXIV =
  /\b\d{4}\.\d{4,5}(?:v\d{1,3})?\b|\b[a-z-]{1,20}(?:\.[A-Z]{2})?\/\d{7}(?:v\d{1,3})?\b/g;
const BIB_TITLE = /\btitle\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|"([^"]*)")/gi;

/**
 * Parses the papers in a text: a list of identifiers or addresses, a .bib file, an ORCID iD. Never
 * throws.
 */
export function readStart(raw: string): Start {
  // A file may contain NUL or a lone surrogate, which Postgres rejects in JSON.
  const text = raw.replace(/[\p{Cc}\p{Cs}]/gu, ' ');
  const orcids = matches(text, ORCID).flatMap((found) => readOrcid(found) ?? []);
  // The digits of an ORCID iD must not be parsed again; a DOI may contain an arXiv identifier.
  const rest = text.replace(ORCID, ' ');
  const dois = matches(rest, DOI).map((doi) => doi.toLowerCase().replace(/[.)\]]+$/, ''));
  const arxiv = matches(rest, ARXIV).flatMap((found) => parseArxivId(found)?.id ?? []);
  const ofDois = dois.flatMap((doi) => {
    const [, id] = /^10\.48550\/arxiv\.(.+)$/.exec(doi) ?? [];
    return (id && parseArxivId(id)?.id) || [];
  });
  const own = [...rest.matchAll(OWN)].map(([, slug = '']) => slug);
  const titles = [...text.matchAll(BIB_TITLE)]
    .map(([, braced, quoted]) =>
      (braced ?? quoted ?? '').replace(/[{}]/g, '').replace(/\s+/g, ' ').trim(),
    )
    .filter((title) => title.length >= 8 && title.length <= 400);
  return {
    names: once([...arxiv, ...ofDois, ...own, ...dois]),
    titles: once(titles),
    orcids: once(orcids).slice(0, MOST_ORCIDS),
  };
}

const matches = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];
const once = (items: string[]): string[] => [...new Set(items)].slice(0, MOST);
