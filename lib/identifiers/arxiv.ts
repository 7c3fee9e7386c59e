/** An arXiv paper; `id` is canonical, without version and without an old id's subject class. */
export type ArxivId = { id: string; version?: number };

const ARCHIVES = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas ' +
    'cond-mat cs dg-ga econ eess funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th ' +
    'nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio q-fin quant-ph solv-int stat supr-con'
  ).split(' '),
);

/** Longer texts are no identifiers; the limit keeps the patterns below cheap. */
const LONGEST = 500;

const ADDRESS = new RegExp(
  '^(?:https?:)?(?://)?(?:' +
    '(?:[a-z0-9-]{1,20}\\.)?arxiv\\.org(?::\\d+)?/+(?:abs|pdf|html|ps|format|src|e-print|tex)/+' +
    '|ar5iv\\.labs\\.arxiv\\.org/+(?:abs|html|papers)/+' +
    '|(?:www\\.)?ar5iv\\.org/+(?:abs|html|papers)/+' +
    '|(?:www\\.|dx\\.)?doi\\.org/+10\\.48550/arxiv\\.' +
    '|(?:www\\.)?(?:huggingface\\.co|hf\\.co)/+papers/+' +
    '|(?:www\\.)?alphaxiv\\.org/+(?:abs|pdf|overview|html)/+' +
    ')(.+)$',
  'i',
);
const PREFIX = /^(?:(?:doi:\s*)?10\.48550\/arxiv\.|oai:arxiv\.org:|arxiv\s*:\s*|arxiv\s+)/i;
const NEW = /^(\d\d)(\d\d)\.(\d{4,5})(?:v(\d{1,3}))?$/i;
const OLD = /^([a-z-]{2,9})(?:\.[a-z-]{2,12})?\/(\d\d)(\d\d)(\d{3})(?:v(\d{1,3}))?$/i;

/**
 * Parses an arXiv identifier in any spelling: bare, with `arXiv:`, as a DOI, or in an address of
 * arXiv or of a site that uses arXiv ids. Returns null for anything else, and for an identifier
 * that cannot exist (month 13, five digits before 2015). Never throws.
 */
export function parseArxivId(text: string): ArxivId | null {
  if (text.length > LONGEST) return null;
  let rest = decoded(text)
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .replace(/^[<([{"'“‘]+/, '');
  const address = ADDRESS.exec(rest);
  if (address) rest = (address[1] ?? '').replace(/[?#].*$/s, '');
  rest = rest.replace(PREFIX, '');
  rest = rest
    .replace(/\s+\[[\w.-]+\].*$/s, '')
    .replace(/[?#].*$/s, '')
    .replace(/[\s.,;:!)\]}>"'”’/]+$/, '')
    .replace(/\.pdf$/i, '');
  return readNew(rest) ?? readOld(rest);
}

/** Returns the month in an identifier; the paper is hardly ever older. */
export function arxivMonth(id: string): { year: number; month: number } {
  const digits = /(\d\d)(\d\d)[.\d]+$/.exec(id);
  const year = Number(digits?.[1] ?? 0);
  return { year: year >= 91 ? 1900 + year : 2000 + year, month: Number(digits?.[2] ?? 1) };
}

function readNew(text: string): ArxivId | null {
  const match = NEW.exec(text);
  if (!match) return null;
  const [, year = '', month = '', sequence = '', version] = match;
  const when = Number(year + month);
  if (!isMonth(month) || when < 704 || /^0+$/.test(sequence)) return null;
  if (sequence.length !== (when < 1501 ? 4 : 5)) return null;
  return withVersion(`${year}${month}.${sequence}`, version);
}

function readOld(text: string): ArxivId | null {
  const match = OLD.exec(text);
  if (!match) return null;
  const [, archive = '', year = '', month = '', sequence = '', version] = match;
  const name = archive.toLowerCase();
  const past = Number(year) >= 91 || Number(year + month) <= 703;
  if (!ARCHIVES.has(name) || !isMonth(month) || !past || sequence === '000') return null;
  return withVersion(`${name}/${year}${month}${sequence}`, version);
}

const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12;

function withVersion(id: string, version: string | undefined): ArxivId | null {
  if (version === undefined) return { id };
  return Number(version) > 0 ? { id, version: Number(version) } : null;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
