import { parseArxivId } from '@/lib/identifiers/arxiv';

/** Sources of submitted papers; `web` is an address that is never fetched. */
export const SOURCES = ['arxiv', 'doi', 'openreview', 'acl', 'biorxiv', 'medrxiv', 'web'] as const;
export type Source = (typeof SOURCES)[number];

/** A paper by the canonical identifier of its source; for `web`, its address. */
export type SourceId = { source: Source; id: string };

export const SOURCE_NAMES: Record<Source, string> = {
  arxiv: 'arXiv',
  doi: 'Crossref',
  openreview: 'OpenReview',
  acl: 'the ACL Anthology',
  biorxiv: 'bioRxiv',
  medrxiv: 'medRxiv',
  web: 'the web',
};

/** Longer texts are no identifier and no useful address. */
export const LONGEST_ID = 1_000;

const DOI = /10\.\d{4,9}\/[^\s"<>]+/;
const BARE_DOI = new RegExp(`^(?:doi|doi\\.org)?\\s*:?\\s*/*(${DOI.source})$`, 'i');
/** Path segments before a DOI in publishers' addresses; it ends at the next slash. */
const DOI_IN_PATH =
  /\/(?:doi|article|articles|chapter|content|abs|book|papers)(?:\/(?:abs|full|pdf|epdf|pdfdirect|fullhtml|book|epub|early))?\/(10\.\d{4,9}\/[^/]+)/i;
const NATURE = /^\/articles\/([a-z0-9-]{5,60})(?:\.pdf)?\/?$/i;

const ACL_ID = /^(?:\d{4}\.[a-z0-9]{1,30}-[a-z0-9]{1,30}\.\d{1,4}|[A-Z]\d\d-\d{4,5})$/;
const OPENREVIEW_ID = /^[\w-]{4,40}$/;
/** Cold Spring Harbor's preprint numbers: a date and a number, or formerly just a number. */
const PREPRINT = /^(10\.(?:1101|64898))\/((?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?:v\d+)?(?:\.|\/|$)/;
const PREPRINT_PATH = /^\/content\/(?:biorxiv\/|medrxiv\/)?(?:early\/\d{4}\/\d\d\/\d\d\/)?(.+)$/;

/**
 * Parses pasted text: an identifier in any spelling, or an address. An address of a source with
 * identifiers becomes that identifier; any other http or https address is its own. Null for
 * everything else. Never throws, and makes no request.
 */
export function parseSource(text: string): SourceId | null {
  if (text.length > LONGEST_ID) return null;
  const pasted = text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .replace(/^[<([{"'“‘]+/, '')
    .replace(/[>)\]}"'”’]+$/, (end) => (/[)\]]/.test(end) && /[([]/.test(text) ? end : ''));
  const arxiv = parseArxivId(pasted);
  if (arxiv) return { source: 'arxiv', id: arxiv.id };
  const address = readAddress(pasted);
  if (address) return fromAddress(address);
  return fromDoi(BARE_DOI.exec(decoded(pasted))?.[1]) ?? fromAcl(pasted.replace(/^acl:\s*/i, ''));
}

/** Excludes names that resolve only inside a network, and IP addresses. */
const PUBLIC_NAME = /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const PRIVATE_NAME = /\.(?:local|localhost|internal|intranet|home|lan|test|invalid|onion|arpa)$/;

/**
 * Parses an http or https address of a public name, without credentials; its scheme is optional.
 */
function readAddress(text: string): URL | null {
  if (/\s/.test(text)) return null;
  const schemed = /^https?:\/\//i.test(text)
    ? text
    : /^(?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?\/\S/i.test(text)
      ? `https://${text.replace(/^\/\//, '')}`
      : null;
  if (!schemed || !URL.canParse(schemed)) return null;
  const url = new URL(schemed);
  const name = url.hostname.replace(/\.$/, '');
  if (url.username || url.password || !PUBLIC_NAME.test(name) || PRIVATE_NAME.test(name)) {
    return null;
  }
  return url;
}

function fromAddress(url: URL): SourceId | null {
  const host = url.hostname.replace(/^(?:www|m|dx)\./, '').replace(/\.$/, '');
  const path = decoded(url.pathname);
  const known = KNOWN_HOSTS[host]?.(path, url);
  // An address of arXiv without an identifier is unknown, not a paper to be typed in.
  if (/(?:^|\.)arxiv\.org$/.test(host)) return null;
  return known ?? fromDoi(DOI_IN_PATH.exec(path)?.[1]?.replace(ENDINGS, '')) ?? fromWeb(url);
}

const KNOWN_HOSTS: Record<string, (path: string, url: URL) => SourceId | null> = {
  'doi.org': (path) => fromDoi(DOI.exec(path)?.[0]),
  'openreview.net': (path, url) =>
    /^\/(?:forum|pdf|attachment|references\/pdf|revisions)\/?$/.test(path)
      ? fromOpenReview(url.searchParams.get('id') ?? '')
      : null,
  'aclanthology.org': fromAclPath,
  'aclweb.org': (path) => (path.startsWith('/anthology/') ? fromAclPath(path) : null),
  'aclanthology.info': fromAclPath,
  'biorxiv.org': (path) => fromPreprintPath(path, 'biorxiv'),
  'medrxiv.org': (path) => fromPreprintPath(path, 'medrxiv'),
  'nature.com': (path) => {
    const id = NATURE.exec(path)?.[1];
    return id ? fromDoi(`10.1038/${id}`) : null;
  },
};

/** Suffixes that addresses add to a DOI for its representations. */
const ENDINGS =
  /(?:v\d+)?(?:\.(?:full|abstract|pdf|full\.pdf|full-text|html|short|article-info))+$/i;

/**
 * Returns a DOI, or the identifier that its prefix implies: arXiv, bioRxiv, medRxiv, the ACL
 * Anthology.
 */
function fromDoi(found: string | undefined): SourceId | null {
  if (!found) return null;
  let doi = found.replace(/[?#].*$/s, '').replace(/[.,;:!?'’”]+$/, '');
  // A closing bracket belongs to the DOI only if it has the opening one.
  while (/[)\]}]$/.test(doi) && !/[([{]/.test(doi)) doi = doi.slice(0, -1);
  doi = doi.toLowerCase();
  // Real DOIs have no control characters or lone surrogates, and are shorter.
  if (!/^10\.\d{4,9}\/\S+$/.test(doi) || /[\p{Cc}\p{Cs}\\^]/u.test(doi) || doi.length > 200)
    return null;
  const arxiv = doi.startsWith('10.48550/') ? parseArxivId(doi) : null;
  if (arxiv) return { source: 'arxiv', id: arxiv.id };
  const acl = /^10\.(?:18653|3115)\/v1\/(.+)$/.exec(doi)?.[1];
  return (acl && fromAcl(acl)) || fromPreprint(doi) || { source: 'doi', id: doi };
}

function fromOpenReview(id: string): SourceId | null {
  return OPENREVIEW_ID.test(id) ? { source: 'openreview', id } : null;
}

function fromAclPath(path: string): SourceId | null {
  return fromAcl(path.split('/').filter(Boolean).at(-1) ?? '');
}

/** `2020.acl-main.463`, or `P19-1001` before 2020; each has one canonical spelling. */
function fromAcl(text: string): SourceId | null {
  const bare = text
    .trim()
    .replace(/(?:\.(?:pdf|bib|xml|endf))$/i, '')
    .replace(/v\d{1,2}$/i, '');
  const id = /^\d/.test(bare) ? bare.toLowerCase() : bare.toUpperCase();
  return ACL_ID.test(id) ? { source: 'acl', id } : null;
}

function fromPreprintPath(path: string, source: Source): SourceId | null {
  const rest = PREPRINT_PATH.exec(path)?.[1];
  if (!rest) return null;
  const named = rest.startsWith('10.') ? rest : `10.1101/${rest}`;
  const found = PREPRINT.exec(named);
  return found ? { source, id: `${found[1]}/${found[2]}` } : null;
}

/** Of the two servers, medRxiv has the numbers of eight digits. */
function fromPreprint(doi: string): SourceId | null {
  const found = PREPRINT.exec(doi);
  if (!found) return null;
  const number = found[2]?.split('.').at(-1) ?? '';
  return { source: number.length === 8 ? 'medrxiv' : 'biorxiv', id: `${found[1]}/${found[2]}` };
}

/** Returns the address itself, without tracking parameters. */
function fromWeb(given: URL): SourceId | null {
  const url = new URL(given);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/^utm_|^(?:fbclid|gclid|mc_cid|mc_eid)$/.test(name)) url.searchParams.delete(name);
  }
  return url.href.length > LONGEST_ID ? null : { source: 'web', id: url.href };
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
