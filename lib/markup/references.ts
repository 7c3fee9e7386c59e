import { parseArxivId } from '@/lib/identifiers/arxiv';

/** Possible references in a text: users by handle, papers by slug. */
export type References = { handles: string[]; slugs: string[] };

/** The existing ones; all others stay as typed. */
export type Known = {
  /** The site's own address, without a path. */
  site: string;
  /** In lower case. */
  handles: string[];
  /** Plain titles by slug. */
  titles: Record<string, string>;
};

export const NOTHING_KNOWN: Known = { site: '', handles: [], titles: {} };

/** Maximum references of each kind that are looked up for one text. */
const MOST = 50;

// Bounded on both sides, so that reading takes linear time.
const HANDLE = String.raw`(?<![\p{L}\p{N}_@./-])@([a-z0-9](?:[a-z0-9_-]{0,28}[a-z0-9])?)(?![\p{L}\p{N}_])`;
const PAPER = String.raw`(?<![\p{L}\p{N}_@./-])((?:arxiv:\s?)?(?:\d{4}\.\d{4,5}|[a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?)(?![\p{L}\p{N}_-]|\.\d)`;
const EITHER = new RegExp(`${HANDLE}|${PAPER}`, 'giu');

type Reference = {
  at: number;
  text: string;
  /** In lower case. */
  handle?: string;
  slug?: string;
};

/** Yields every handle and identifier in running text, in order. */
export function* readReferences(text: string): Generator<Reference> {
  for (const match of text.matchAll(EITHER)) {
    const [whole, handle, paper] = match;
    const at = match.index;
    if (handle !== undefined) yield { at, text: whole, handle: handle.toLowerCase() };
    const slug = paper === undefined ? undefined : parseArxivId(paper)?.id;
    if (slug !== undefined) yield { at, text: whole, slug };
  }
}

/** `/papers/2201.04388` at the end of an address of this site. */
const OWN_PATH = String.raw`/papers/(\d{4}\.\d{4,5}|[a-z-]+/\d{7}|x[0-9a-z]{7})`;

/** Returns the slug if the whole address is a paper's page here, or null. */
export function slugOfAddress(address: string, site: string): string | null {
  if (!site || !address.startsWith(`${site}/papers/`)) return null;
  return new RegExp(`^${OWN_PATH}$`).exec(address.slice(site.length))?.[1] ?? null;
}

/** Returns possible references of a Markdown text; the caller looks up which exist. */
export function findReferences(markdown: string, site: string): References {
  const handles = new Set<string>();
  const slugs = new Set<string>();
  for (const { handle, slug } of readReferences(markdown)) {
    if (handle && handles.size < MOST) handles.add(handle);
    if (slug && slugs.size < MOST) slugs.add(slug);
  }
  for (const [address] of markdown.matchAll(
    new RegExp(`https?://[^\\s<>]{1,80}${OWN_PATH}`, 'g'),
  )) {
    const slug = slugOfAddress(address, site);
    if (slug && slugs.size < MOST) slugs.add(slug);
  }
  return { handles: [...handles], slugs: [...slugs] };
}
