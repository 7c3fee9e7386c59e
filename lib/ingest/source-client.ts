import { type Database, db } from '@/db/client';
import type { SourceId } from '@/lib/papers/sources';
import { askSource, SourceUnavailable } from '@/lib/sources/ask-source';
import { readAclAnthology } from './acl-anthology';
import { fetchArxiv } from './arxiv-client';
import { readBiorxiv } from './biorxiv';
import { readCrossref } from './crossref';
import { readOpenReview } from './openreview';
import { BrokenRecord } from './record';
import { sourceRequests } from './source-requests';
import type { Told } from './types';

type Options = {
  /** Seconds to wait for our turn; a person waits for less than a job. */
  patience: number;
  on?: Database;
};

/**
 * What the source of a paper tells of it, or null when it knows none; nobody is asked about an
 * address of the web. Throws SourceUnavailable when the source does not answer, asks to be left
 * alone, or answers what cannot be read.
 */
export async function fetchSource(wanted: SourceId, options: Options): Promise<Told | null> {
  const { patience, on = db() } = options;
  if (wanted.source === 'arxiv') {
    const record = await fetchArxiv({ id: wanted.id }, { patience, on });
    return record && { record, related: [] };
  }
  for (const { name, url } of sourceRequests(wanted)) {
    // Two may be asked one after the other while a person waits.
    const { status, body } = await askSource(name, url, { patience, on, timeout: 6_000 });
    // 404 and 400: there is none. 401 and 403: there may be, but nobody is let in unknown.
    if (status === 404 || status === 400 || status === 410) continue;
    if (status !== 200) throw new SourceUnavailable(`${url.host} answers ${status}`, 60);
    try {
      const told = read(wanted, body);
      if (told) return told;
    } catch (error) {
      if (!(error instanceof BrokenRecord || error instanceof SyntaxError)) throw error;
      throw new SourceUnavailable(`${url.host} answers what cannot be read`, 60, { cause: error });
    }
  }
  return null;
}

function read({ source, id }: SourceId, body: string): Told | null {
  switch (source) {
    case 'doi':
      return readCrossref(JSON.parse(body), id);
    case 'openreview':
      return readOpenReview(JSON.parse(body), id);
    case 'acl':
      return readAclAnthology(body, id);
    case 'biorxiv':
    case 'medrxiv':
      return readBiorxiv(JSON.parse(body), source, id);
    default:
      return null;
  }
}
