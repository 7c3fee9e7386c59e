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
import type { SourceFacts } from './types';

type Options = {
  /** Seconds to wait for our turn; a user waits for less than a job. */
  patience: number;
  on?: Database;
};

/**
 * Fetches the record of a paper from its source; null if the source does not have it. Web addresses
 * cause no request. Throws SourceUnavailable if the source does not respond, asks for a pause, or
 * sends an unreadable response.
 */
export async function fetchSource(wanted: SourceId, options: Options): Promise<SourceFacts | null> {
  const { patience, on = db() } = options;
  if (wanted.source === 'arxiv') {
    const record = await fetchArxiv({ id: wanted.id }, { patience, on });
    return record && { record, related: [] };
  }
  for (const { name, url } of sourceRequests(wanted)) {
    // A user may wait for two sequential requests.
    const { status, body } = await askSource(name, url, { patience, on, timeout: 6_000 });
    // 404 and 400: there is no such paper. 401 and 403: there may be one, but not for anonymous
    // requests.
    if (status === 404 || status === 400 || status === 410) continue;
    if (status !== 200) throw new SourceUnavailable(`${url.host} answers ${status}`, 60);
    try {
      const facts = read(wanted, body);
      if (facts) return facts;
    } catch (error) {
      if (!(error instanceof BrokenRecord || error instanceof SyntaxError)) throw error;
      throw new SourceUnavailable(`${url.host} answers what cannot be read`, 60, { cause: error });
    }
  }
  return null;
}

function read({ source, id }: SourceId, body: string): SourceFacts | null {
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
