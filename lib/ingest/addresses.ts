import { z } from 'zod';
import { env } from '@/lib/base/env';
import type { SourceName } from '@/lib/sources/ask-source';

export type ImportAddress = { kind: 'api' | 'oai' | 'daily'; source: SourceName; url: URL };

const word = z.string().regex(/^[\w.:-]{1,100}$/);
const number = z.string().regex(/^\d{1,7}$/);
const day = z.string().regex(/^\d{4}-\d\d-\d\d(T[\d:]{8}Z)?$/);

/** The accepted parameters of each source; nothing else of a typed address is sent. */
const PARAMETERS: Record<ImportAddress['kind'], Record<string, z.ZodType<string>>> = {
  api: {
    search_query: z.string().max(2_000),
    id_list: z.string().regex(/^[\w./,-]{0,20000}$/),
    start: number,
    max_results: number,
    sortBy: word,
    sortOrder: word,
  },
  oai: {
    verb: z.enum(['ListRecords', 'GetRecord']),
    metadataPrefix: z.literal('arXivRaw'),
    set: word,
    from: day,
    until: day,
    identifier: z.string().regex(/^oai:arXiv\.org:[\w./-]{1,40}$/),
    resumptionToken: z.string().max(2_000),
  },
  daily: {
    date: day,
    week: word,
    month: word,
    p: number,
    limit: number,
    sort: word,
    submitter: word,
  },
};

/**
 * The former address of arXiv's OAI-PMH; it redirects to the current one, and redirects are not
 * followed.
 */
const FORMER_OAI = ['export.arxiv.org/oai2', 'arxiv.org/oai2'];
const TODAYS_OAI = 'oaipmh.arxiv.org/oai';

export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/**
 * Parses a typed address into one that is safe to fetch: rebuilt from the configured address of its
 * source and the accepted parameters. Returns a message if it cannot be imported.
 */
export function readImportAddress(text: string): ImportAddress | string {
  const { ARXIV_API_URL, ARXIV_OAI_URL, HF_PAPERS_URL } = env();
  const known: [ImportAddress['kind'], SourceName, string][] = [
    ['oai', 'arxiv', ARXIV_OAI_URL],
    ['api', 'arxiv', ARXIV_API_URL],
    ['daily', 'huggingface', HF_PAPERS_URL],
  ];
  if (!URL.canParse(text)) return 'not an address';
  const typed = new URL(text);
  const place = (url: URL) => url.host + url.pathname.replace(/\/+$/, '');
  const wanted = FORMER_OAI.includes(place(typed)) ? TODAYS_OAI : place(typed);
  const found = known.find(([, , base]) => place(new URL(base)) === wanted);
  if (!found)
    return `only these addresses are fetched: ${known.map(([, , url]) => url).join(', ')}`;
  const [kind, source, base] = found;
  const url = new URL(base);
  url.search = '';
  for (const [name, value] of typed.searchParams) {
    const allowed = PARAMETERS[kind][name];
    if (!allowed) return `the parameter ${name} is not known`;
    if (value !== '' && !allowed.safeParse(value).success) return `${name}=${value} is not valid`;
    if (value !== '') url.searchParams.set(name, value);
  }
  if (kind === 'oai') withOaiDefaults(url.searchParams);
  return { kind, source, url };
}

/** A resumption token excludes other parameters; a list without a format gets arXiv's own. */
function withOaiDefaults(parameters: URLSearchParams): void {
  if (!parameters.has('verb')) parameters.set('verb', 'ListRecords');
  if (!parameters.has('resumptionToken')) parameters.set('metadataPrefix', 'arXivRaw');
}

/** Returns the address of the next page of the same list. */
export function resumedAddress({ url }: ImportAddress, resumptionToken: string): URL {
  const next = new URL(url);
  next.search = new URLSearchParams({ verb: 'ListRecords', resumptionToken }).toString();
  return next;
}
